using System.Buffers.Binary;

namespace NewsPlatform.EndToEnd.Tests.Telemetry;

/// <summary>The fields of a protobuf message by their numbers, as much of the format as OTLP uses.</summary>
internal sealed class ProtobufReader
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public ProtobufReader(ReadOnlyMemory<byte> message)
    {
        while (message.Length > 0)
        {
            var key = ReadVarint(ref message);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((field, ReadVarint(ref message), default));
                    break;
                case 1:
                    _fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(message.Span), default));
                    message = message[8..];
                    break;
                case 2:
                    var length = (int)ReadVarint(ref message);
                    _fields.Add((field, 0, message[..length]));
                    message = message[length..];
                    break;
                case 5:
                    _fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(message.Span), default));
                    message = message[4..];
                    break;
                default:
                    throw new InvalidDataException($"The wire type {key & 7} is none of protobuf's.");
            }
        }
    }

    public IEnumerable<ProtobufReader> Messages(int field) => _fields.Where(found => found.Field == field).Select(found => new ProtobufReader(found.Bytes));

    public string Text(int field) => System.Text.Encoding.UTF8.GetString(Bytes(field).Span);

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field).Span);

    public ulong Number(int field) => _fields.LastOrDefault(found => found.Field == field).Number;

    private ReadOnlyMemory<byte> Bytes(int field) => _fields.LastOrDefault(found => found.Field == field).Bytes;

    private static ulong ReadVarint(ref ReadOnlyMemory<byte> message)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = message.Span[0];
            message = message[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
