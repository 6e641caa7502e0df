using System.Reflection;
using System.Runtime;
using System.Runtime.Loader;
using DepGraph.Loading;

// A small real app: plays its load sequence in the mode it is asked for and prints what came of it.
var before = Loaded();
var sequence = LoadSequence.ForEntryAssembly();
Console.WriteLine($"problem {sequence.Problem}");
var seen = new List<LoadProgress>();
switch (args[0])
{
    case "load":
        sequence.Load(new Each(seen.Add));
        break;
    case "watch":
        using (sequence.Watch(new Each(seen.Add)))
            foreach (var step in sequence.Steps)
                foreach (var member in step.Members)
                    AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(member));
        break;
    case "background":
        Startup.LoadInBackground();
        while (args.Skip(1).Except(Loaded()).Any())
            Thread.Sleep(1);
        break;
    case "compile":
        // The other thread may be late on a busy machine; the test is of whether it does its work, not of how fast.
        if (args is [_, "wait"])
            SpinWait.SpinUntil(() => CompiledAhead() > 0);
        Work.Do();
        Console.WriteLine($"ahead {CompiledAhead()}");
        break;
    case "ready":
        Console.WriteLine($"recording {Startup.IsRecording}");
        using (var watch = sequence.Watch(new Each(seen.Add)))
            Startup.Ready();
        break;
}
foreach (var progress in seen)
    Console.WriteLine(FormattableString.Invariant($"progress {progress.Fraction} {progress.Step} {progress.Steps} {progress.Name}"));
foreach (var name in Loaded().Except(before))
    Console.WriteLine($"loaded {name}");

static long CompiledAhead() => JitInfo.GetCompiledMethodCount() - JitInfo.GetCompiledMethodCount(currentThread: true);

static string[] Loaded() => AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!).ToArray();

internal static class Work
{
    // Generic instances over a type of the app are in no precompiled framework assembly: a few hundred methods to compile.
    public static void Do() => Console.WriteLine(Enumerable.Range(0, 100)
        .Select(i => new Item(i, i % 7)).GroupBy(item => item.Group).OrderBy(group => group.Key)
        .ToDictionary(group => new Item(group.Key, 0), group => group.Select(item => (item, item.Number)).ToHashSet()).Count);

    private readonly record struct Item(int Number, int Group);
}

internal sealed class Each(Action<LoadProgress> report) : IProgress<LoadProgress>
{
    public void Report(LoadProgress value) => report(value);
}
