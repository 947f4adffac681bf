namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>A fault that was injected.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Of">What it was done to.</param>
/// <param name="Recovery">From the end of the fault until every service was ready and every queue had its consumers again.</param>
internal sealed record FaultRecord(FaultKind Kind, string Of, TimeSpan Recovery);
