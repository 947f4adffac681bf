using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Telemetry;

public sealed class JsonLineFormatterTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void A_line_is_one_object_with_the_house_keys_as_members()
    {
        var line = Write(LogLevel.Information, exception: null, ("ArticleId", "a1"), ("Revision", 3L), ("Stage", "accept"), ("Outcome", AnOutcome.Added), ("{OriginalFormat}", "…"));

        Assert.Equal("Information", line.GetProperty("Level").GetString());
        Assert.Equal("A.Category", line.GetProperty("Category").GetString());
        Assert.Equal("Ein „Satz“\nin zwei Zeilen", line.GetProperty("Message").GetString());
        Assert.Equal(_clock.GetUtcNow(), line.GetProperty("Timestamp").GetDateTimeOffset());
        Assert.Equal("a1", line.GetProperty("ArticleId").GetString());
        Assert.Equal(3, line.GetProperty("Revision").GetInt64());
        Assert.Equal("Added", line.GetProperty("Outcome").GetString());
        Assert.False(line.TryGetProperty("{OriginalFormat}", out _));
        Assert.False(line.TryGetProperty("TraceId", out _));
    }

    [Fact]
    public void A_line_names_the_trace_that_it_was_written_in()
    {
        using var activity = new Activity("work").Start();

        var line = Write(LogLevel.Debug, exception: null);

        Assert.Equal(activity.TraceId.ToHexString(), line.GetProperty("TraceId").GetString());
        Assert.Equal(activity.SpanId.ToHexString(), line.GetProperty("SpanId").GetString());
    }

    [Fact]
    public void A_key_that_is_a_member_already_does_not_come_twice()
    {
        var line = Write(LogLevel.Error, new InvalidOperationException("broken"), ("Message", "another"), ("Count", 1), ("Count", 2));

        Assert.StartsWith("Ein", line.GetProperty("Message").GetString(), StringComparison.Ordinal);
        Assert.Single(line.EnumerateObject(), member => member.Name == "Message");
        Assert.Equal(1, Assert.Single(line.EnumerateObject(), member => member.Name == "Count").Value.GetInt32());
        Assert.Contains("broken", line.GetProperty("Exception").GetString(), StringComparison.Ordinal);
    }

    private JsonElement Write(LogLevel level, Exception? exception, params (string Key, object? Value)[] keys)
    {
        using var output = new StringWriter();
        IReadOnlyList<KeyValuePair<string, object?>> state = [.. keys.Select(key => KeyValuePair.Create(key.Key, key.Value))];

        new JsonLineFormatter(_clock).Write(new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(level, "A.Category", 0, state, exception, (_, _) => "Ein „Satz“\nin zwei Zeilen"), null, output);

        Assert.Single(output.ToString().TrimEnd().Split('\n'));
        return JsonSerializer.Deserialize<JsonElement>(output.ToString());
    }

    private enum AnOutcome
    {
        Added,
    }
}
