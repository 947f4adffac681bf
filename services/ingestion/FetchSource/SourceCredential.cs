using System.Text;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>A secret that sources name and do not hold.</summary>
public sealed class SourceCredential
{
    /// <summary><c>user:password</c>, or a whole value of the Authorization header such as <c>Bearer …</c>.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>The one host that is shown it: whoever may add sources must not be able to send it elsewhere.</summary>
    public string Host { get; init; } = "";

    /// <summary>As it is sent.</summary>
    internal string Header => Authorization.Contains(' ', StringComparison.Ordinal) ? Authorization : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Authorization));

    internal bool IsFor(Uri address) => string.Equals(Host, address.Host, StringComparison.OrdinalIgnoreCase);
}
