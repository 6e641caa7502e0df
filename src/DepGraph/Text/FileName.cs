using System.Text;

namespace DepGraph.Text;

/// <summary>File names made from names that come from outside.</summary>
public static class FileName
{
    // File systems allow 255 bytes; the rest is for the suffix and the random part of the file that is moved into place.
    private const int MaxBytes = 180;

    // What no file name may hold on some system. Always all of them, so that a name is the same on each system.
    private const string Forbidden = "<>:\"/\\|?*\uFFFD";

    /// <summary>The name as one that is valid on every system: no separators, no way out of the folder, no reserved device, not too long.</summary>
    public static string Of(string name)
    {
        var safe = new StringBuilder();
        var bytes = 0;
        foreach (var rune in OneLine.Of(name, MaxBytes).EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > MaxBytes)
                break;
            safe.Append(rune.IsBmp && Forbidden.Contains((char)rune.Value) ? "_" : rune.ToString());
        }

        // A leading dot would hide the file (or be ".."), Windows drops dots and blanks at the end.
        var trimmed = safe.ToString().Trim('.', ' ');
        return trimmed.Length == 0 || IsDevice(trimmed) ? $"_{trimmed}" : trimmed;
    }

    // CON, LPT1.txt and their like are devices on Windows, whatever follows the first dot.
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" || (stem.Length == 4 && stem[..3] is "COM" or "LPT" && char.IsAsciiDigit(stem[3]));
    }
}
