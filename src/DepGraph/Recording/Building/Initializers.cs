using DepGraph.Graph;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>
/// Finds the static constructors and module initializers of a startup, and what each took. One that is precompiled and does nothing the runtime tells of
/// (compiles, loads, binds) is on no stack: it is not found, and takes next to nothing.
/// </summary>
internal sealed class Initializers
{
    private const string Suffix = "..cctor";
    private const int MostFrames = 4;
    private readonly Dictionary<(int Load, string Text), Spent> _spent = [];

    private readonly bool[] _isCoreLib;

    private Initializers(StartupEvents startup, IReadOnlyList<TimeSlice> slices)
    {
        _isCoreLib = [.. startup.Loads.Select(load => AssemblyNames.IsCoreLib(AssemblyNames.Simple(load.FullName)))];
        foreach (var slice in slices.Where(slice => slice.Use is not (TimeUse.Wait or TimeUse.Unattributed)))
            Take(slice);
    }

    /// <summary>In the order in which they were first seen.</summary>
    public static IReadOnlyList<Initializer> Of(StartupEvents startup, IReadOnlyList<TimeSlice> slices, Causes causes) =>
        [.. new Initializers(startup, slices)._spent.OrderBy(one => one.Value.From).ThenBy(one => one.Key.Text, StringComparer.Ordinal)
            .Select(one => new Initializer(one.Key.Text, one.Key.Load, one.Value.From / 1000.0, one.Value.All / 1000.0, one.Value.Own / 1000.0,
            [.. causes.Of(one.Value.Outside).Take(MostFrames)]))];

    private void Take(TimeSlice slice)
    {
        var seen = new HashSet<(int, string)>();
        if (slice.Compiled is { } method && IsOne(method))
            Add(method, slice.Stack);
        for (var i = 0; i < slice.Stack.Count; i++)
        {
            if (IsOne(slice.Stack[i]))
                Add(slice.Stack[i], [.. slice.Stack.Skip(i + 1)]);
        }

        void Add(Frame frame, IReadOnlyList<Frame> outside)
        {
            var one = (frame.Load, FrameText.WithoutCompiling(frame.Text));
            if (!seen.Add(one))
                return;
            if (!_spent.TryGetValue(one, out var spent))
                _spent[one] = spent = new Spent(slice.From, [.. outside.Where(caller => caller.Load < 0 || !_isCoreLib[caller.Load])]);
            spent.All += slice.Length;
            if (seen.Count == 1)
                spent.Own += slice.Length;
        }
    }

    /// <summary>True for the frame of a static constructor or a module initializer.</summary>
    public static bool IsOne(Frame frame) => frame.Text.EndsWith(Suffix, StringComparison.Ordinal);

    private sealed class Spent(long from, IReadOnlyList<Frame> outside)
    {
        public long From { get; } = from;

        public IReadOnlyList<Frame> Outside { get; } = outside;

        public long All { get; set; }

        public long Own { get; set; }
    }
}
