using System;
using System.Collections.Generic;

namespace DepGraph.Loading;

/// <summary>
/// Where a start is in its recorded timeline. Loads move it from milestone to milestone; between two of them it goes on in time,
/// at the pace of this start, up to the next milestone and no further. Times are handed in, so it has no clock. Not thread-safe.
/// </summary>
internal sealed class StartupTimeline
{
    // How many recorded loads may be missing for each load that was seen beyond them. One early load of a late
    // assembly then does not throw the bar forward, while a start that leaves out a whole part of the recording still gets ahead.
    private const int MissingPerWitness = 4;

    // Starts on one machine differ by a quarter in any stretch and then go on as recorded (bench/bar); by more, it is another machine.
    private const double OtherMachine = 1.4;

    // The end is not claimed before the start is known to be over.
    private const double NearlyAll = 0.99;

    private readonly IReadOnlyList<Milestone> _milestones;
    private readonly double _readyMs;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool[] _seen;
    private int _reached = -1;
    private double _reachedAt;
    private double _firstMs;
    private double _firstAt;
    private double _fraction;

    public StartupTimeline(RecordedSequence sequence, IEnumerable<string> loaded, double now)
    {
        _milestones = sequence.Timeline;
        _readyMs = sequence.ReadyMs;
        _seen = new bool[_milestones.Count];
        for (var i = _milestones.Count - 1; i >= 0; i--)
            _indexes[_milestones[i].Name] = i;
        foreach (var name in loaded)
            TryReach(name);
        Advance(now);
        _firstMs = ReachedMs;
        _firstAt = now;
    }

    public int Reached => _reached + 1;

    public string Name => _reached < 0 ? "" : _milestones[_reached].Name;

    private double ReachedMs => _reached < 0 ? 0 : _milestones[_reached].AtMs;

    /// <summary>Recorded ms per ms of this start. Begins as 1 and follows what is seen, the more the longer that is.</summary>
    private double Pace
    {
        get
        {
            var prior = _readyMs / 10;
            var pace = (ReachedMs - _firstMs + prior) / (_reachedAt - _firstAt + prior);
            return pace is > 1 / OtherMachine and < OtherMachine ? 1 : pace;
        }
    }

    public void See(string name, double now)
    {
        if (TryReach(name))
            Advance(now);
    }

    /// <summary>The part of the start that is over at <paramref name="now"/>, 0 to 1; never less than before.</summary>
    public double Fraction(double now)
    {
        if (_readyMs <= 0)
            return 0;
        var next = NextMs();
        var position = ReachedMs + ((now - _reachedAt) * Pace);
        // As long again as the whole recorded start beyond what was due: nobody is going to say that it is over.
        if (position >= next + _readyMs)
            return 1;
        _fraction = Math.Max(_fraction, Math.Min(Math.Min(position, next) / _readyMs, NearlyAll));
        return _fraction;
    }

    private bool TryReach(string name)
    {
        if (!_indexes.TryGetValue(name, out var index) || _seen[index])
            return false;
        _seen[index] = true;
        return index > _reached;
    }

    private void Advance(double now)
    {
        var missing = 0;
        var witnesses = 0;
        var furthest = _reached;
        for (var i = _reached + 1; i < _seen.Length; i++)
        {
            if (!_seen[i])
                missing++;
            else if (missing <= MissingPerWitness * ++witnesses)
                furthest = i;
        }
        if (furthest == _reached)
            return;
        _reached = furthest;
        _reachedAt = now;
    }

    private double NextMs()
    {
        for (var i = _reached + 1; i < _seen.Length; i++)
            if (!_seen[i])
                return _milestones[i].AtMs;
        return _readyMs;
    }
}
