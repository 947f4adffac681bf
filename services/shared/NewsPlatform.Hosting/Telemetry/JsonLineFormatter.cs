using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>No options of its own; the console's registration asks for a type.</summary>
internal sealed class JsonLineOptions : ConsoleFormatterOptions;

/// <summary>
/// One JSON object a line: <c>Timestamp</c>, <c>Level</c>, <c>Category</c>, <c>Message</c>, then the message's own keys (<c>ArticleId</c>, <c>Stage</c>, …) as
/// members, <c>TraceId</c> and <c>SpanId</c> where there is a trace, <c>Exception</c> where there is one.
/// </summary>
internal sealed class JsonLineFormatter(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "newsplatform-json";

    private const string Template = "{OriginalFormat}";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "Timestamp", "Level", "Category", "Message", "TraceId", "SpanId", "Exception" };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("Timestamp", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("Level", logEntry.LogLevel.ToString());
            json.WriteString("Category", logEntry.Category);
            json.WriteString("Message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            WriteKeys(json, logEntry.State as IReadOnlyList<KeyValuePair<string, object?>> ?? []);
            if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity)
            {
                json.WriteString("TraceId", activity.TraceId.ToHexString());
                json.WriteString("SpanId", activity.SpanId.ToHexString());
            }

            if (logEntry.Exception is { } exception)
            {
                json.WriteString("Exception", exception.ToString());
            }

            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteKeys(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>> keys)
    {
        var written = new HashSet<string>(Taken, StringComparer.Ordinal);
        foreach (var (key, value) in keys)
        {
            // A name twice in one object would be read differently by every reader.
            if (key == Template || !written.Add(key))
            {
                continue;
            }

            json.WritePropertyName(key);
            WriteValue(json, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
