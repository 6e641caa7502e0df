using System.Text.RegularExpressions;

namespace DepGraph.Recording.Failures;

/// <summary>Finds in what a failed startup said that an address it listens on is in use already, and which.</summary>
internal static partial class TakenAddress
{
    private const string Unnamed = "an address";

    /// <summary>The address; of a socket the app opens itself only that there is one; null when the text tells of something else.</summary>
    public static string? In(string text) =>
        Named().Match(text) is { Success: true } named ? named.Groups["address"].Value
        : SocketError().IsMatch(text) ? Unnamed : null;

    /// <summary>The text says which.</summary>
    public static bool IsNamedIn(string text) => Named().IsMatch(text);

    /// <summary>The first part of the text that says which, or null.</summary>
    public static string? LineOf(string text) => Named().Match(text) is { Success: true } named ? named.Value : null;

    // Kestrel's words, which are not translated.
    [GeneratedRegex(@"Failed to bind to address (?<address>\S+): address already in use\.?")]
    private static partial Regex Named();

    // Linux, macOS, Windows.
    [GeneratedRegex(@"SocketException \((98|48|10048)\)")]
    private static partial Regex SocketError();
}
