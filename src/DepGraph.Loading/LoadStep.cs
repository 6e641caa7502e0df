using System.Collections.Generic;

namespace DepGraph.Loading;

/// <summary>One step of the load sequence: a strongly connected component of the load graph, most often a single assembly.</summary>
public sealed class LoadStep
{
    internal LoadStep(string name, IReadOnlyList<string> members, double costMs, double loadMs)
    {
        Name = name;
        Members = members;
        CostMs = costMs;
        LoadMs = loadMs;
    }

    /// <summary>The member that was loaded first.</summary>
    public string Name { get; }

    /// <summary>The simple names of the assemblies of this step.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>What the step took when it was recorded, in ms: bind, map and the run time attributed to it.</summary>
    public double CostMs { get; }

    /// <summary>The part of <see cref="CostMs"/> that loading alone takes, in ms: bind and map.</summary>
    public double LoadMs { get; }
}
