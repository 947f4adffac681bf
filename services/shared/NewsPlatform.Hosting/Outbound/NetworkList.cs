using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;

namespace NewsPlatform.Hosting.Outbound;

/// <summary>Reads lists of networks in CIDR notation.</summary>
public static class NetworkList
{
    /// <summary>Null when any entry is no network; <paramref name="wrong"/> then holds it.</summary>
    public static IReadOnlyList<IPNetwork>? TryParse(string list, out string wrong)
    {
        ArgumentNullException.ThrowIfNull(list);
        var networks = new List<IPNetwork>();
        foreach (var entry in list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (TryParseOne(entry) is not { } network)
            {
                wrong = entry;
                return null;
            }

            networks.Add(network);
        }

        wrong = "";
        return networks;
    }

    // .NET refuses bits after the prefix ("127.0.0.1/8"); people write them, so they are cleared.
    private static IPNetwork? TryParseOne(string entry)
    {
        var slash = entry.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? entry : entry[..slash], out var address))
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        var bits = bytes.Length * 8;
        if (slash >= 0 && (!int.TryParse(entry.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > bytes.Length * 8))
        {
            return null;
        }

        for (var bit = bits; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPNetwork(new IPAddress(bytes), bits);
    }
}

/// <summary>The value is a list of networks as <see cref="NetworkList"/> reads them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NetworkListAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string list || NetworkList.TryParse(list, out var wrong) is not null
            ? ValidationResult.Success
            : new ValidationResult($"'{wrong}' is no network in CIDR notation such as 10.1.0.0/16; part several by semicolons.", [validationContext?.MemberName ?? ""]);
}
