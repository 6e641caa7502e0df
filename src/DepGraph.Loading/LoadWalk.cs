using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DepGraph.Loading;

/// <summary>One walk over the steps of a sequence, an assembly at a time. Walks share nothing, so any number may go on at once.</summary>
internal sealed class LoadWalk
{
    private readonly RecordedSequence _sequence;
    private readonly bool _runModuleInitializers;
    private readonly Dictionary<string, Assembly> _loaded = LoadedAssemblies.ByName();
    private readonly double _total;
    private int _step;
    private int _member;
    private double _done;

    public LoadWalk(RecordedSequence sequence, bool runModuleInitializers)
    {
        _sequence = sequence;
        _runModuleInitializers = runModuleInitializers;
        foreach (var step in sequence.Steps)
            foreach (var member in step.Members)
                _total += Weight(step, member);
        // The first load by name pays for much that is needed once. Paid here, with what is loaded anyway, it does not hold up a young bar.
        if (_total > 0)
            TryLoad(LoadedAssemblies.SimpleName(typeof(object).Assembly));
    }

    public bool IsDone { get; private set; }

    public LoadProgress Current
    {
        get
        {
            if (IsDone)
                return LoadProgress.Done(_sequence.Steps.Count);
            if (_sequence.Steps.Count == 0)
                return LoadProgress.Indeterminate;
            // Sums of doubles may come out a hair above the total; 1 is kept for the end.
            var fraction = _total == 0 ? 0 : Math.Min(_done / _total, 0.9999);
            return new LoadProgress(fraction, _step, _sequence.Steps.Count, _sequence.Steps[_step].Members[_member]);
        }
    }

    /// <summary>Loads the next assembly; false when the walk was over before.</summary>
    public bool LoadNext()
    {
        if (IsDone)
            return false;
        if (_sequence.Steps.Count > 0)
        {
            var step = _sequence.Steps[_step];
            var name = step.Members[_member];
            Load(name);
            _done += Weight(step, name);
            if (++_member == step.Members.Count)
            {
                _member = 0;
                _step++;
            }
        }
        IsDone = _step == _sequence.Steps.Count;
        return true;
    }

    /// <summary>Loads until the budget (ms) is used up, at least one assembly.</summary>
    public void LoadFor(double budgetMs)
    {
        var end = Stopwatch.GetTimestamp() + (budgetMs * Stopwatch.Frequency / 1000);
        do
            LoadNext();
        while (!IsDone && Stopwatch.GetTimestamp() < end);
    }

    private double Weight(LoadStep step, string member) =>
        _loaded.ContainsKey(member) ? 0 : step.LoadMs / step.Members.Count;

    private void Load(string name)
    {
        if (!_loaded.TryGetValue(name, out var assembly))
        {
            if (_sequence.NotByName.Contains(name))
                return;
            assembly = TryLoad(name);
        }
        if (_runModuleInitializers && assembly != null)
            RunModuleInitializer(assembly);
    }

    private static Assembly? TryLoad(string name)
    {
        try
        {
            // Not Assembly.Load(string): that would parse the name, and a recorded name is only ever a simple name.
            return Assembly.Load(new AssemblyName { Name = name });
        }
        catch (Exception)
        {
            // Whatever is wrong with it, the app must meet it where its own code asks for the assembly, not here.
            return null;
        }
    }

    private static void RunModuleInitializer(Assembly assembly)
    {
        try
        {
            RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
        }
        catch (TypeInitializationException)
        {
            // The runtime keeps it and throws it again at the first use of the module: the app's own business.
        }
    }
}
