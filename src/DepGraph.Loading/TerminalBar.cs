using System;
using System.IO;

namespace DepGraph.Loading;

/// <summary>A loading bar on one line of the terminal; where the output is redirected, a plain line for each quarter.</summary>
public sealed class TerminalBar : IProgress<LoadProgress>
{
    private const int Width = 30;

    private readonly TextWriter _output;
    private readonly bool _isTerminal;
    private double _shown;

    /// <summary>A bar on the standard error stream, which leaves the standard output to the app.</summary>
    public TerminalBar() : this(Console.Error, !Console.IsErrorRedirected)
    {
    }

    /// <summary>A bar on a writer of your choice.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="isTerminal">Whether it understands ANSI escapes.</param>
    public TerminalBar(TextWriter output, bool isTerminal)
    {
        _output = output ?? throw new ArgumentNullException(nameof(output));
        _isTerminal = isTerminal;
    }

    /// <summary>Draws the progress.</summary>
    public void Report(LoadProgress value)
    {
        if (_isTerminal)
            Draw(value);
        else if (value.Steps > 0 && (int)(value.Fraction * 4) > (int)(_shown * 4))
            _output.WriteLine($"Loading {value}");
        _shown = value.Fraction;
    }

    private void Draw(LoadProgress value)
    {
        var filled = (int)(value.Fraction * Width);
        // Back to the first column, the bar, and the rest of the line erased; at the end nothing of it stays.
        _output.Write(value.Fraction >= 1 ? "\r\u001b[K" : $"\r[{new string('#', filled)}{new string('.', Width - filled)}] {value}\u001b[K");
        _output.Flush();
    }
}
