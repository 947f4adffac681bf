using System.Collections;
using Microsoft.Extensions.Configuration;

namespace NewsPlatform.Hosting;

/// <summary>Reads a value from the file that <c>KEY_FILE</c> names, so that secrets need not stand in the environment.</summary>
internal static class SecretFileConfiguration
{
    private const string Suffix = "_FILE";

    public static void AddSecretFiles(this IConfigurationManager configuration, IDictionary environment)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in environment)
        {
            // Only nested keys: the environment is full of foreign names that end alike.
            if (entry.Key is string name && name.EndsWith(Suffix, StringComparison.Ordinal) && name.Contains("__", StringComparison.Ordinal) && entry.Value is string file)
            {
                values[name[..^Suffix.Length].Replace("__", ":", StringComparison.Ordinal)] = Read(name, file);
            }
        }

        configuration.AddInMemoryCollection(values);
    }

    private static string Read(string name, string file)
    {
        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{name} names the file '{file}', which cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
