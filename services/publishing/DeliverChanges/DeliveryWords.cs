using System.Text.Json;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>Enums as the words of metrics and logs.</summary>
internal static class DeliveryWords
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
