using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>How a text repeats an earlier one, told by what the two really share.</summary>
public sealed class RepetitionTests
{
    private static readonly string[] Sentences =
    [
        "The council of Lindmoor voted on Tuesday evening to move the old ferry pier two miles up the river before the first ice comes.",
        "Harbour master Ida Brannock told the meeting that nine of the forty oak piles below the waiting room had rotted through since spring.",
        "A diver from Tessel found the damage in August while he looked for an anchor which the steamer Aurora had lost during the regatta.",
        "The works will cost four million crowns, of which the county pays half and the shipping line another quarter over six years.",
        "Until then passengers from Quillan must take the bus across the new bridge, which runs every twenty minutes from the glassworks.",
        "Opponents collected eleven hundred signatures against the plan because the upper quay lies beside a colony of nesting terns.",
        "An ornithologist of the museum said the birds would leave for good if the dredgers worked there between April and the end of July.",
        "The mayor promised to ask for a second opinion but would not say whether the contract with the builders could still be changed.",
        "Work on the access road begins on Monday when the last market of the season has been cleared from the square.",
        "The pier was built in the year of the great flood and has been repaired only twice since that time.",
    ];

    private readonly StoryGrouper _grouper = new(new StoryGroupingOptions());

    public RepetitionTests() => Take("first", 10);

    [Fact]
    public void Word_for_word_is_exact_whoever_prints_it() => Assert.Equal(new Repetition("first", DuplicateKinds.Exact, 1), Take("again", 10, source: "other").Repeats);

    [Fact]
    public void Nine_tenths_in_the_earlier_text_make_a_reprint_and_the_share_is_the_real_one()
    {
        var reprint = Take("reprint", 10, added: "Our reporter was there.", source: "other").Repeats!;

        Assert.Equal(("first", DuplicateKinds.Reprint), (reprint.Of, reprint.Kind));
        Assert.InRange(reprint.Share!.Value, 0.96, 0.99);
    }

    [Fact]
    public void A_part_of_the_earlier_text_is_a_reprint_too()
    {
        var part = Take("part", 7, source: "other").Repeats!;

        Assert.Equal((DuplicateKinds.Reprint, 1.0), (part.Kind, part.Share));
    }

    [Fact]
    public void An_earlier_text_that_goes_on_is_an_update()
    {
        var update = Take("update", 10, added: string.Join(' ', Enumerable.Range(0, 45).Select(i => $"later{i} word{i}")), source: "other").Repeats!;

        Assert.Equal(("first", DuplicateKinds.Update), (update.Of, update.Kind));
        Assert.InRange(update.Share!.Value, 0.6, 0.75);
    }

    [Fact]
    public void Another_sources_wording_of_much_of_it_is_a_rewrite_and_the_same_sources_an_update()
    {
        var words = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"own{i} term{i}"));

        Assert.Equal(DuplicateKinds.Rewrite, Take("theirs", 8, added: words, source: "other").Repeats?.Kind);
        Assert.Equal(DuplicateKinds.Update, Take("ours", 8, added: words.ToUpperInvariant()).Repeats?.Kind);
    }

    [Fact]
    public void A_text_that_goes_round_names_the_first_of_it()
    {
        Take("second", 10, added: "Our reporter was there.", source: "other");

        Assert.Equal("first", Take("third", 10, added: "Our reporter was there.", source: "third").Repeats?.Of);
    }

    [Fact]
    public void Two_stories_of_one_event_in_own_words_repeat_nothing() =>
        Assert.Null(Grouped(ACandidate.Of("own", "Pier moves", "The ferry pier of Lindmoor moves upriver, its council decided; Ida Brannock reported rotten piles and the diver from Tessel found them in August.")).Repeats);

    [Fact]
    public void What_was_decided_is_answered_again()
    {
        var first = Take("again", 10, source: "other");

        Assert.Equal(first.Repeats, Take("again", 10, source: "other").Repeats);
    }

    private StoryDecision Take(string id, int sentences, string added = "", string source = "northern") =>
        Grouped(ACandidate.Of(id, "Old ferry pier of Lindmoor is to move", $"{string.Join(' ', Sentences.Take(sentences))} {added}", source: source));

    private StoryDecision Grouped(StoryCandidate candidate)
    {
        var decision = _grouper.Decide(candidate, ACandidate.Morning);
        if (decision.Entry is { } entry)
        {
            _grouper.Apply(entry);
        }

        return decision;
    }
}
