namespace NewsPlatform.Gateway.CheckKeys;

/// <summary>What a key may do.</summary>
[Flags]
public enum KeyScope
{
    None = 0,

    /// <summary>What every key may: read what is for everybody, in the dialects that want a key too.</summary>
    Read = 8,

    /// <summary>Push and withdraw articles.</summary>
    Push = 1,

    /// <summary>Merge, split and pin stories.</summary>
    Edit = 2,

    /// <summary>Add and remove sources and webhooks, look into dead letters, replay and drop them.</summary>
    Manage = 4,

    /// <summary>Everything.</summary>
    Admin = Read | Push | Edit | Manage,
}

/// <summary>The scopes' words.</summary>
internal static class KeyScopes
{
    public const string Words = "read, push, edit, manage, admin";

    /// <summary>Null when a word is none of <see cref="Words"/>.</summary>
    public static KeyScope? Parse(string text)
    {
        var scopes = KeyScope.None;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<KeyScope>(word, ignoreCase: true, out var scope) || scope == KeyScope.None || int.TryParse(word, out _))
            {
                return null;
            }

            scopes |= scope;
        }

        return scopes == KeyScope.None ? null : scopes;
    }

    /// <summary>What a request needs; <see cref="KeyScope.None"/> = anybody may.</summary>
    public static KeyScope Needed(string method, PathString path)
    {
        // Hubs have no keys: the address that they call is unguessable, and what they deliver is signed.
        // Nor have those who subscribe at ours: it does nothing that the callback does not confirm.
        if (path.StartsWithSegments("/websub", StringComparison.OrdinalIgnoreCase) || path.Equals("/hub", StringComparison.OrdinalIgnoreCase))
        {
            return KeyScope.None;
        }

        // A dead letter shows its message, which may be an article under embargo. The list of them shows none.
        if (path.StartsWithSegments("/api/v1/deadletters", StringComparison.OrdinalIgnoreCase, out var letter) && letter.Value!.Length > 1 && !HttpMethods.IsOptions(method))
        {
            return KeyScope.Manage;
        }

        // Addresses of webhooks hold secrets, and their delivery logs what others' servers said.
        if (path.StartsWithSegments("/api/v1/webhooks", StringComparison.OrdinalIgnoreCase) && !HttpMethods.IsOptions(method))
        {
            return KeyScope.Manage;
        }

        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || path.StartsWithSegments("/api/v1/analyze", StringComparison.OrdinalIgnoreCase))
        {
            return KeyScope.None;
        }

        if (path.StartsWithSegments("/api/v1/articles", StringComparison.OrdinalIgnoreCase))
        {
            return KeyScope.Push;
        }

        return path.StartsWithSegments("/api/v1/stories", StringComparison.OrdinalIgnoreCase) ? KeyScope.Edit : KeyScope.Manage;
    }
}
