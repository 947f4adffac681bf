using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace NewsPlatform.Hosting;

/// <summary>Options that are checked when the process starts, not when they first hurt.</summary>
public static class ValidatedOptions
{
    /// <summary>
    /// Binds a section, checks its attributes now and again at start, and returns the value for decisions at registration.
    /// Throws <see cref="ConfigurationException"/> with the key, the value and the fix.
    /// </summary>
    public static TOptions AddValidatedOptions<TOptions>(this IHostApplicationBuilder builder, string section) where TOptions : class, new()
    {
        builder.Services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TOptions>>(new AnnotationValidator<TOptions>(section));
        TOptions value;
        try
        {
            value = builder.Configuration.GetSection(section).Get<TOptions>() ?? new TOptions();
        }
        catch (InvalidOperationException wrongType)
        {
            throw new ConfigurationException(BindingSentence(wrongType), wrongType);
        }

        var problems = AnnotationValidator<TOptions>.Problems(section, value);
        return problems.Count == 0 ? value : throw new ConfigurationException(string.Join(" ", problems));
    }

    private static string BindingSentence(InvalidOperationException wrongType)
    {
        var allowed = wrongType.InnerException?.Message;
        return $"{wrongType.Message.TrimEnd('.')}: give a value of that kind{(allowed is null ? "" : $" ({allowed.TrimEnd('.')})")}.";
    }
}

/// <summary>A configuration value that the process cannot start with; the message names the key, the value and the fix.</summary>
public sealed class ConfigurationException : Exception
{
    public ConfigurationException()
    {
    }

    public ConfigurationException(string message) : base(message)
    {
    }

    public ConfigurationException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

internal sealed class AnnotationValidator<TOptions>(string section) : IValidateOptions<TOptions> where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var problems = Problems(section, options);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static IReadOnlyList<string> Problems(string section, object options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(result => Sentence(section, options, result))];
    }

    private static string Sentence(string section, object options, ValidationResult result)
    {
        var member = result.MemberNames.FirstOrDefault();
        if (member is null)
        {
            return $"{section}: {result.ErrorMessage}";
        }

        var value = options.GetType().GetProperty(member)?.GetValue(options);
        return $"{section}:{member} is '{value}': {result.ErrorMessage} Set {section}:{member} (environment variable {section}__{member}).";
    }
}
