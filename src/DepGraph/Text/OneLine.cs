namespace DepGraph.Text;

/// <summary>Makes names from outside fit to stand in a line of text: no control characters, no unpaired surrogates, not endless.</summary>
public static class OneLine
{
    /// <summary>
    /// The text on one line, with each character that cannot be shown as U+FFFD and, beyond <paramref name="max"/> characters, its middle left out.
    /// </summary>
    public static string Of(string text, int max = 300)
    {
        if (text.Length > max)
            text = $"{text.AsSpan(0, max / 2)}…{text.AsSpan(text.Length - (max / 2) + 1)}";
        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (char.IsHighSurrogate(characters[i]) && i + 1 < characters.Length && char.IsLowSurrogate(characters[i + 1]))
                i++;
            else if (!IsShown(characters[i]))
                characters[i] = '\uFFFD';
        }

        return new string(characters);
    }

    // Besides the control characters: what XML does not allow, line and paragraph separator, and what turns the direction of the text around it.
    private static bool IsShown(char c) =>
        !char.IsControl(c) && !char.IsSurrogate(c)
            && c is not ('\uFFFE' or '\uFFFF' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
