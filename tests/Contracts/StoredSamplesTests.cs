using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Stories;

namespace NewsPlatform.Contracts.Tests;

/// <summary>
/// Messages of earlier versions are in queues and stores while a newer version starts: it must read them. A change of a contract that
/// breaks a sample is a new record; an added optional member goes into the newest version's full sample.
/// </summary>
public sealed class StoredSamplesTests
{
    public static TheoryData<string> EventNames => [.. StoredSample.Events.Select(type => type.Name)];

    [Fact]
    public void Every_stored_message_is_read_with_every_value_that_it_holds() =>
        Assert.All(StoredSample.All, sample =>
        {
            var read = BusSerializer.Write(BusSerializer.Read(sample.Json, sample.Type));

            Assert.Equal([], Missing(JsonNode.Parse(sample.Json)!, read, sample.Event));
        });

    [Theory, MemberData(nameof(EventNames))]
    public void The_newest_full_sample_is_what_this_version_writes_member_for_member(string name)
    {
        var sample = Newest(name, isMinimal: false);
        var written = BusSerializer.Write(BusSerializer.Read(sample.Json, sample.Type));

        Assert.Equal([], Missing(written, JsonNode.Parse(sample.Json)!, name));
        Assert.Equal([], Unsampled(sample.Type, JsonNode.Parse(sample.Json)!, name));
    }

    [Theory, MemberData(nameof(EventNames))]
    public void The_minimal_sample_holds_what_is_required_and_nothing_else(string name)
    {
        var sample = Newest(name, isMinimal: true);

        Assert.Equal([], WronglySampled(sample.Type, JsonNode.Parse(sample.Json)!, name));
    }

    [Fact]
    public void Values_arrive_where_the_code_looks_for_them()
    {
        var enriched = Read<ArticleEnriched>("v0.1");
        var story = Read<StoryChanged>("v0.1");

        Assert.Equal((3L, 41L, "Причал у Ліндмурі відремонтують"), (enriched.Revision, enriched.StoryVersion, enriched.Content.Title));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 13, 55, 0, TimeSpan.FromHours(2)), enriched.Content.PublishedAt);
        Assert.Equal(TimeSpan.FromHours(2), enriched.Content.PublishedAt!.Value.Offset);
        Assert.Equal((2, "Рада погодилася \"негайно\" – 😀."), (enriched.Content.Body[0].Level, enriched.Content.Body[1].Text));
        Assert.Equal(new TextSpan(9, 18), enriched.Analysis.Entities[0].Mentions[0]);
        Assert.Equal((false, "Олена Гай"), (enriched.Analysis.Quotes[0].Direct, enriched.Analysis.Quotes[0].Speaker));
        Assert.Equal([0u, 7u, uint.MaxValue], enriched.Analysis.Fingerprint);
        Assert.Equal((null, 0, false, null), (enriched.Content.Subtitle, enriched.Content.Tags.Count, enriched.Content.IsPaywalled, enriched.Content.Provenance));
        Assert.Equal(("embedded", new DateProvenance("json-ld", "second", ZoneKnown: true)), (Read<ArticleEnriched>("v0.2").Content.Provenance!.Fields["title"], Read<ArticleEnriched>("v0.2").Content.Provenance!.PublishedAt));
        Assert.Null(story.ArticleCount);
        Assert.False(Read<ArticleWithdrawn>("v0.1").Expired);
        Assert.True(Read<ArticleWithdrawn>("v0.2").Expired);
    }

    private static T Read<T>(string version) =>
        (T)BusSerializer.Read(StoredSample.All.Single(sample => sample.Version == version && sample.Event == typeof(T).Name && !sample.IsMinimal).Json, typeof(T));

    private static StoredSample Newest(string name, bool isMinimal) =>
        StoredSample.All.FirstOrDefault(sample => sample.Version == StoredSample.Newest && sample.Event == name && sample.IsMinimal == isMinimal)
        ?? throw new InvalidOperationException($"{name} has no sample: add tests/Contracts/Samples/{StoredSample.Newest}/{name}{(isMinimal ? ".minimal" : "")}.json.");

    // Paths whose value in the first document is not in the second.
    private static IEnumerable<string> Missing(JsonNode expected, JsonNode? found, string path) => (expected, found) switch
    {
        (JsonObject members, JsonObject others) => members.Where(member => member.Value is not null).SelectMany(member => Missing(member.Value!, others[member.Key], $"{path}.{member.Key}")),
        (JsonArray items, JsonArray others) when items.Count == others.Count => items.SelectMany((item, i) => Missing(item!, others[i], $"{path}[{i}]")),
        _ => JsonNode.DeepEquals(expected, found) ? [] : [path],
    };

    // Members that the full sample leaves out. A list shows its element's members over all its items.
    private static IEnumerable<string> Unsampled(Type type, JsonNode sample, string path) => MembersOf(type).SelectMany(member =>
    {
        var values = ObjectsOf(sample).Select(item => item[NameOf(member)]).OfType<JsonNode>().ToList();
        return values.Count == 0
            ? [$"{path}.{NameOf(member)}"]
            : IsContract(member) ? Unsampled(StoredSample.PartOf(member.PropertyType), new JsonArray([.. values.SelectMany(ObjectsOf).Select(value => value.DeepClone())]), $"{path}.{NameOf(member)}") : [];
    });

    // Required members that the minimal sample leaves out, and optional ones that it holds although they are no contract of their own.
    private static IEnumerable<string> WronglySampled(Type type, JsonNode sample, string path) => MembersOf(type).SelectMany(member => ObjectsOf(sample).SelectMany(item =>
    {
        var value = item[NameOf(member)];
        var isWrong = IsRequired(type, member) ? value is null : value is not null && !IsContract(member);
        return isWrong
            ? [$"{path}.{NameOf(member)}"]
            : value is not null && IsContract(member) ? WronglySampled(StoredSample.PartOf(member.PropertyType), value, $"{path}.{NameOf(member)}") : [];
    }));

    private static IEnumerable<JsonObject> ObjectsOf(JsonNode node) => node is JsonArray list ? list.OfType<JsonObject>() : [(JsonObject)node];

    private static IEnumerable<PropertyInfo> MembersOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static string NameOf(PropertyInfo member) => char.ToLowerInvariant(member.Name[0]) + member.Name[1..];

    private static bool IsContract(PropertyInfo member) => StoredSample.PartOf(member.PropertyType).Assembly == typeof(IArticleEvent).Assembly;

    // A null is not written, so a parameter that may be null may be missing.
    private static bool IsRequired(Type type, PropertyInfo member) =>
        member.GetCustomAttribute<RequiredMemberAttribute>() is not null
        || type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.Name == member.Name && !parameter.HasDefaultValue && !MayBeNull(parameter));

    private static bool MayBeNull(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}
