namespace NewsPlatform.Ingestion.DecodeText;

/// <summary>Bytes read as text.</summary>
/// <param name="Text">Without a byte order mark.</param>
/// <param name="Charset">The charset used, by its IANA name in lower case.</param>
/// <param name="Declared">False when the declared charset was wrong or there was none that could be kept.</param>
internal sealed record DecodedText(string Text, string Charset, bool Declared);
