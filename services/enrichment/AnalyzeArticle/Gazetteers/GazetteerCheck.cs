using Microsoft.Extensions.Options;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Gazetteers;

/// <summary>Stops the start when the user's gazetteer cannot be read, naming the line and what to write instead.</summary>
internal sealed class GazetteerCheck : IValidateOptions<GazetteerOptions>
{
    public ValidateOptionsResult Validate(string? name, GazetteerOptions options)
    {
        if (string.IsNullOrEmpty(options.GazetteerPath))
        {
            return ValidateOptionsResult.Success;
        }

        try
        {
            _ = Gazetteer.With(File.ReadLines(options.GazetteerPath));
            return ValidateOptionsResult.Success;
        }
        catch (Exception wrong) when (wrong is FormatException or IOException or UnauthorizedAccessException)
        {
            return ValidateOptionsResult.Fail($"Enrichment:GazetteerPath '{options.GazetteerPath}' cannot be read: {wrong.Message}");
        }
    }
}
