using DepGraph.Graph;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>Joins the native libraries of a run with the assemblies that declare calls into them, and with the call each was loaded for.</summary>
internal sealed class NativeModules
{
    private readonly StartupEvents _startup;
    private readonly List<AssemblyFile> _files;
    private readonly Causes _causes;
    private readonly Dictionary<string, FirstCall> _calls;

    private NativeModules(StartupEvents startup, List<AssemblyFile> files, Causes causes, Dictionary<string, FirstCall> calls) =>
        (_startup, _files, _causes, _calls) = (startup, files, causes, calls);

    public static IReadOnlyList<NativeModule> Of(StartupEvents startup, List<AssemblyFile> files, AssemblyFiles assemblies, Causes causes)
    {
        if (startup.Natives.Count == 0)
            return [];
        var wanted = startup.Natives.Where(load => !load.IsLinked).Select(load => NativeLoad.BareName(load.Name)).ToHashSet(StringComparer.Ordinal);
        var calls = NativeCalls.FirstOf(startup, load => files[load].NativeReferences.Any(name => wanted.Contains(NativeLoad.BareName(name))), assemblies);
        var modules = new NativeModules(startup, files, causes, calls);
        return [.. startup.Natives.Select(modules.Of)];
    }

    private NativeModule Of(NativeLoad load)
    {
        var declaredBy = load.IsLinked ? [] : DeclaredBy(load.Name);
        var call = load.IsLinked ? null : CallOf(load, declaredBy);
        return new NativeModule(load.Name, load.Requester, load.IsLinked, load.FailedProbes, declaredBy)
        {
            AtMs = load.AtMs,
            TookMs = load.TookMs,
            IsOrderKnown = load.IsOrderKnown,
            Call = call,
            During = call is { Cause.Count: > 0 } || load.IsLinked ? [] : During(load),
        };
    }

    private List<int> DeclaredBy(string name) =>
        Enumerable.Range(0, _files.Count).ToList().FindAll(file =>
            _files[file].NativeReferences.Any(reference => NativeLoad.BareName(reference) == NativeLoad.BareName(name)));

    /// <summary>What came later than the library cannot have asked for it.</summary>
    private NativeCall? CallOf(NativeLoad load, List<int> declaredBy)
    {
        if (load.TookMs is not { } took)
            return null; // it was there before any managed code, or nobody knows since when
        if (_calls.TryGetValue(NativeLoad.BareName(load.Name), out var first) && first.AtMs <= load.AtMs)
            return new NativeCall(first.Load, FrameText.Of(NameOf(first.Load), first.Method, isCompiling: false), _causes.Of(first.Stack));
        var there = declaredBy.FindAll(one => _startup.Loads[one].AtMs <= load.AtMs);
        return there is [var only] && _startup.Loads[only].AtMs < load.AtMs - took.High ? new NativeCall(only, "", []) : null;
    }

    /// <summary>What stood on the stack when something was last seen before it and first seen after it.</summary>
    private IReadOnlyList<string> During(NativeLoad load)
    {
        if (load.TookMs is not { } took || load.AtMs is not { } at || at > _startup.ReadyMs)
            return [];
        var before = _startup.Samples.LastOrDefault(sample => sample.AtMs <= at - took.High && sample.Stack.Count > 0).Stack ?? [];
        var after = _startup.Samples.FirstOrDefault(sample => sample.AtMs >= at && sample.Stack.Count > 0).Stack ?? [];
        var same = before.Reverse().Zip(after.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return _causes.Of([.. after.Skip(after.Count - same)]);
    }

    private string NameOf(int load) => AssemblyNames.Simple(_startup.Loads[load].FullName);
}
