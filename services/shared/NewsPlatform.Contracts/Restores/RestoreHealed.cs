namespace NewsPlatform.Contracts.Restores;

/// <summary>What <see cref="DatabaseRestored"/> asks of one other service is durably under way there. Consumed by the restored service, which then stops asking.</summary>
/// <param name="Service">The restored one.</param>
/// <param name="RestoreId">As asked.</param>
/// <param name="HealedBy">The service that answers.</param>
public sealed record RestoreHealed(string Service, string RestoreId, string HealedBy);
