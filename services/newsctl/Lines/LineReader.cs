using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace NewsPlatform.Newsctl.Lines;

/// <summary>A line of the input.</summary>
/// <param name="Number">From 1; empty lines count, too.</param>
/// <param name="Content">Null when the line is longer than the limit.</param>
internal readonly record struct InputLine(long Number, byte[]? Content);

/// <summary>Reads lines one by one, whatever the length of the input; lines that are too long are passed over, not kept.</summary>
internal static class LineReader
{
    /// <summary>Bytes of one line, unless told otherwise.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private const byte LineFeed = (byte)'\n';

    public static async IAsyncEnumerable<InputLine> ReadAsync(Stream input, int maxBytes, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var number = 0L;
        var tooLong = false;
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            var buffer = read.Buffer;
            while (buffer.PositionOf(LineFeed) is { } end)
            {
                number++;
                yield return new InputLine(number, tooLong ? null : Content(buffer.Slice(0, end), number, maxBytes));
                tooLong = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (tooLong || buffer.Length > 0)
                {
                    number++;
                    yield return new InputLine(number, tooLong ? null : Content(buffer, number, maxBytes));
                }

                break;
            }

            // What is over the limit is let go at once; the rest of the line follows it.
            tooLong |= buffer.Length > maxBytes;
            reader.AdvanceTo(tooLong ? buffer.End : buffer.Start, buffer.End);
        }

        await reader.CompleteAsync();
    }

    private static byte[]? Content(ReadOnlySequence<byte> line, long number, int maxBytes)
    {
        if (line.Length > maxBytes)
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = line.ToArray();
        var marked = number == 1 && bytes.StartsWith((byte[])[0xEF, 0xBB, 0xBF]);
        return (marked ? bytes[3..] : bytes).Trim(" \t\r"u8).ToArray();
    }
}
