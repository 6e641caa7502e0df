using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Options;

/// <summary>Reads one file's .editorconfig values; a value it does not understand counts as not given and goes to <paramref name="invalid"/>.</summary>
internal readonly struct OptionReader(AnalyzerConfigOptions options, Action<string, string, string>? invalid = null)
{
    public bool Boolean(string key)
    {
        if (!options.TryGetValue(key, out var text) || text.Length == 0)
            return false;
        if (bool.TryParse(text, out var value))
            return value;

        invalid?.Invoke(key, text, "true or false");
        return false;
    }

    public MethodNames Methods(string key)
    {
        if (!options.TryGetValue(key, out var text))
            return MethodNames.None;
        if (MethodNames.Parse(text) is { } names)
            return names;

        invalid?.Invoke(key, text, "a comma-separated list of names such as Namespace.Type.Method");
        return MethodNames.None;
    }
}
