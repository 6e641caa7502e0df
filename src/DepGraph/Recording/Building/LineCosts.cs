using DepGraph.Graph;
using DepGraph.Recording.Model;
using DepGraph.Recording.Symbols;

namespace DepGraph.Recording.Building;

/// <summary>
/// Finds what each line of the user's own code costs: code whose symbols are at hand and name a file of this machine. Of each assembly on a stack the innermost
/// such line counts, so a line of the app has what it makes a library of the user's do, and that library's own line has it too.
/// </summary>
internal sealed class LineCosts
{
    private const int Most = 500;
    private const double LeastMs = 0.1;
    private readonly StartupEvents _startup;
    private readonly Causes _causes;
    private readonly Dictionary<(int Load, SourcePlace Place), Spent> _spent = [];
    private readonly Dictionary<(Frame Frame, string Wanted), SourcePlace?> _places = [];

    private LineCosts(StartupEvents startup, Causes causes) => (_startup, _causes) = (startup, causes);

    /// <summary>The dearest first.</summary>
    public static IReadOnlyList<LineCost> Of(StartupEvents startup, IReadOnlyList<TimeSlice> slices, Causes causes)
    {
        var all = new LineCosts(startup, causes);
        foreach (var slice in slices.Where(slice => slice.Use is not (TimeUse.Wait or TimeUse.Unattributed)))
            all.Take(slice);
        for (var load = 0; load < startup.Loads.Count; load++)
            all.TakeLoad(load);
        var texts = new Dictionary<(int, string), SourceText>();
        return [.. all._spent.Where(one => one.Value.All >= LeastMs * 1000 || one.Value.Loads.Count > 0)
            .OrderByDescending(one => one.Value.All).ThenBy(one => one.Key.Place.File, StringComparer.Ordinal).ThenBy(one => one.Key.Place.Line).Take(Most)
            .Select(one => Cost(one.Key.Load, one.Key.Place, one.Value, TextOf(one.Key.Load, one.Key.Place.File),
                RegistrationOf(one.Value)))];

        SourcePlace? RegistrationOf(Spent spent) =>
            spent.Member.EndsWith("..ctor", StringComparison.Ordinal) && causes.RegistrationOf(spent.Frame) is { } place && File.Exists(place.File)
                ? place : null;

        SourceText TextOf(int load, string file) =>
            texts.TryGetValue((load, file), out var known) ? known : texts[(load, file)] = causes.TextOf(load, file);
    }

    private static LineCost Cost(int load, SourcePlace place, Spent spent, SourceText source, SourcePlace? registration)
    {
        var (line, text) = source.At(place.Line);
        return new LineCost(load, source.Path, line, spent.Member, spent.All / 1000.0)
        {
            CompileMs = spent.Compiling / 1000.0,
            Loads = spent.Loads,
            Initializers = spent.Initializers,
            MostlyIn = spent.In.Count == 0 ? -1 : spent.In.MaxBy(one => one.Value).Key,
            Text = text,
            Checksum = source.Checksum,
            RegisteredAt = registration is null ? "" : FormattableString.Invariant($"{SourceText.RelativePath(registration.File)}:{registration.Line}"),
        };
    }

    private void Take(TimeSlice slice)
    {
        var wanted = slice.Use is TimeUse.Bind or TimeUse.Map ? _startup.Loads[slice.Index].FullName : "";
        IReadOnlyList<Frame> stack = slice.Compiled is { } compiled ? [compiled with { IsCompiling = true }, .. slice.Stack] : slice.Stack;
        foreach (var (at, spent) in Lines(stack, wanted))
        {
            spent.All += slice.Length;
            if (at == 0 && slice.Compiled is not null)
                spent.Compiling += slice.Length;
            if (slice.Index >= 0)
                spent.In[slice.Index] = spent.In.GetValueOrDefault(slice.Index) + slice.Length;
            if (stack.Take(at).LastOrDefault(Initializers.IsOne) is { } initializer)
                spent.Initialized(FrameText.WithoutCompiling(initializer.Text));
        }
    }

    private void TakeLoad(int load)
    {
        var bind = _startup.Loads[load].Bind < 0 ? null : _startup.Binds[_startup.Loads[load].Bind];
        var (stack, wanted) = bind is { Stack.Count: > 0 } ? (bind.Stack, bind.Name) : (_startup.Loads[load].Stack, _startup.Loads[load].FullName);
        if (_startup.Loads[load].AtMs > _startup.ReadyMs)
            return;
        foreach (var (_, spent) in Lines(stack, wanted))
            spent.Loads.Add(load);
    }

    /// <summary>Of each assembly the innermost frame with a line of the user's.</summary>
    private IEnumerable<(int At, Spent Spent)> Lines(IReadOnlyList<Frame> stack, string wanted)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < stack.Count; i++)
        {
            if (!_causes.KnowsLinesOf(stack[i].Load) || seen.Contains(stack[i].Load) || PlaceOf(stack[i], wanted) is not { } place)
                continue;
            seen.Add(stack[i].Load);
            if (!_spent.TryGetValue((stack[i].Load, place), out var spent))
                _spent[(stack[i].Load, place)] = spent = new Spent(MemberOf(stack[i]), stack[i]);
            yield return (i, spent);
        }
    }

    private SourcePlace? PlaceOf(Frame frame, string wanted)
    {
        var key = (frame, frame.IsCompiling ? wanted : "");
        return _places.TryGetValue(key, out var known) ? known : _places[key] = _causes.OwnPlaceOf(frame, key.Item2);
    }

    private static string MemberOf(Frame frame)
    {
        var text = FrameText.WithoutCompiling(frame.Text);
        return text[(text.IndexOf('!', StringComparison.Ordinal) + 1)..];
    }

    private sealed class Spent(string member, Frame frame)
    {
        public Frame Frame { get; } = frame;

        public string Member { get; } = member;

        public long All { get; set; }

        public long Compiling { get; set; }

        public List<int> Loads { get; } = [];

        public List<string> Initializers { get; } = [];

        public Dictionary<int, long> In { get; } = [];

        public void Initialized(string initializer)
        {
            if (!Initializers.Contains(initializer))
                Initializers.Add(initializer);
        }
    }
}
