using System;

namespace DepGraph.Loading;

/// <summary>Where the loading of the app is: what a loading bar shows.</summary>
public readonly struct LoadProgress : IEquatable<LoadProgress>
{
    /// <summary>Makes a progress; apps need this only to try out a bar of their own.</summary>
    /// <param name="fraction">The part of the whole cost that is done, 0 to 1.</param>
    /// <param name="step">How many steps are done.</param>
    /// <param name="steps">How many steps there are; 0 when that is not known.</param>
    /// <param name="name">The assembly at hand; empty when there is none.</param>
    public LoadProgress(double fraction, int step, int steps, string name)
    {
        Fraction = fraction;
        Step = step;
        Steps = steps;
        Name = name;
    }

    /// <summary>The part of the whole cost that is done, from 0 to 1, by recorded milliseconds and not by counting. 1 comes once, at the end.</summary>
    public double Fraction { get; }

    /// <summary>How many steps are done.</summary>
    public int Step { get; }

    /// <summary>How many steps there are; 0 when no recording says so.</summary>
    public int Steps { get; }

    /// <summary>Load mode: the assembly that is loaded next. Watch mode: the one that was loaded last. Empty when there is none.</summary>
    public string Name { get; }

    /// <summary>True while nothing is known about how far the loading is: show a bar without an end.</summary>
    public bool IsIndeterminate => Steps == 0 && Fraction < 1;

    internal static LoadProgress Indeterminate => new(0, 0, 0, "");

    internal static LoadProgress Done(int steps) => new(1, steps, steps, "");

    /// <inheritdoc/>
    public bool Equals(LoadProgress other) =>
        Fraction == other.Fraction && Step == other.Step && Steps == other.Steps && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LoadProgress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Fraction.GetHashCode() ^ Step;

    /// <inheritdoc/>
    public override string ToString() => IsIndeterminate ? "loading" : $"{(int)(Fraction * 100)} % {Name}".TrimEnd();
}
