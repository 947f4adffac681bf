namespace NewsPlatform.HostileBench;

/// <summary>A kind of text that nobody writes and somebody sends.</summary>
/// <param name="Name">What it is.</param>
/// <param name="OfLength">Makes one of about so many characters.</param>
internal sealed record HostileText(string Name, Func<int, string> OfLength)
{
    public static IReadOnlyList<HostileText> All { get; } =
    [
        Repeated("one word without a space", "абв"),
        Repeated("a million quotes", "«да» "),
        Repeated("quotes that never close", "«"),
        Repeated("quotes that never close, straight", "\" "),
        Repeated("speech after speech", "«Мы готовы», — сказал Иван Петров. "),
        Repeated("that, said, that, said", "заявил, что "),
        Repeated("dialogue of one word", "— Да\n"),
        Repeated("names without an end", "Иван Петров Сергей "),
        new("as many persons as words", DistinctNames),
        Repeated("organisations in organisations", "Министерство комитета союза «"),
        Repeated("Ukrainian bodies in bodies", "Київська обласна рада охорони та освіти відділення управління АМКУ України у Волинській області Т . К . Гримич "),
        Repeated("who cites whom cites whom", "со ссылкой на РИА "),
        Repeated("English titles", "The Ministry of Defence said that President John Smith told Reuters. "),
        Repeated("abbreviations", "А. Б. "),
        Repeated("full stops", "."),
        Repeated("numbers and dates", "12.05.2026, 17:30; "),
        Repeated("control characters", "\u0001\u0002"),
        Repeated("right to left and back", "\u202Eשלום\u202C "),
        Repeated("halves of surrogates", "\uD83D"),
        Repeated("emoji", "😀"),
        Repeated("letters of several alphabets in a word", "Aбγ Вc "),
        Repeated("marks upon marks", "e\u0301\u0301\u0301"),
    ];

    private static HostileText Repeated(string name, string piece) => new(name, length => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length]);

    private static string DistinctNames(int length) =>
        string.Concat(Enumerable.Range(0, length / 16).Select(i => $"Иван П{(char)('а' + (i % 32))}{(char)('а' + (i / 32 % 32))}{(char)('а' + (i / 1024 % 32))}{(char)('а' + (i / 32768 % 32))}ов. "));
}
