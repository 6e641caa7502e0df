
namespace DepGraph.Graph;

/// <summary>An assembly that was loaded.</summary>
public sealed record Node
{
    /// <summary>
    /// Unique in its graph and stable between runs: the simple name; where the name occurs again, with <c>@context</c> or <c>#n</c> behind it.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Simple name of the assembly.</summary>
    public required string Name { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>0-based position in the load order.</summary>
    public required int Order { get; init; }

    /// <summary>Assembly version, or null when it has none.</summary>
    public string? Version { get; init; }

    /// <summary>Name of the AssemblyLoadContext; null for the default one.</summary>
    public string? Context { get; init; }

    /// <summary>
    /// Where the file lies, with '/' and a leading token for the folder: <c>$app</c>, <c>$framework</c>, <c>$packages</c>, <c>$elsewhere</c>; null for
    /// in-memory ones.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>The shared framework it belongs to (<c>Microsoft.NETCore.App</c>), or null.</summary>
    public string? Framework { get; init; }

    /// <summary>True when it holds only type forwards (System.Runtime, netstandard).</summary>
    public bool IsFacade { get; init; }

    /// <summary>False when Assembly.Load with the simple name would not find it (LoadFrom, byte[], dynamic, another context).</summary>
    public bool LoadsByName { get; init; } = true;

    /// <summary>When it was loaded, ms since the runtime started.</summary>
    public double AtMs { get; init; }

    /// <summary>Time the binder took to find it, ms.</summary>
    public double BindMs { get; init; }

    /// <summary>Time from the end of the bind to the end of the load, ms.</summary>
    public double MapMs { get; init; }

    /// <summary>Run time on the startup thread attributed to it, ms.</summary>
    public double RunMs { get; init; }

    /// <summary>The part of <see cref="RunMs"/> in which methods were compiled: its own, and generic ones of a framework that it asked for, ms.</summary>
    public double CompileMs { get; init; }

    /// <summary>The part of <see cref="CompileMs"/> that went into methods which had been compiled before (tiering), ms.</summary>
    public double RecompileMs { get; init; }

    /// <summary>The part of <see cref="RunMs"/> in which code ran for a static constructor or a module initializer; no compiling, ms.</summary>
    public double InitializeMs { get; init; }

    /// <summary>The part of <see cref="RunMs"/> in which types were loaded, ms; null where that was not recorded.</summary>
    public double? TypeLoadMs { get; init; }

    /// <summary>The part of <see cref="RunMs"/> in which precompiled code was looked up and made ready, ms; null where that was not recorded.</summary>
    public double? RestoreMs { get; init; }

    /// <summary>Half the interquartile range of the cost over several runs, ms; null after a single run.</summary>
    public double? SpreadMs { get; init; }

    /// <summary>The managed frames that led to the load, innermost first: <see cref="FrameText"/>.</summary>
    public IReadOnlyList<string> Cause { get; init; } = [];

    /// <summary>The innermost line behind the load whose file is on this machine; null where none is known, and for what was read from a file.</summary>
    public SourcePlace? Source { get; init; }

    /// <summary>bind + map + run, ms.</summary>
    public double CostMs => BindMs + MapMs + RunMs;
}

/// <summary>Where an assembly came from.</summary>
public enum Origin
{
    /// <summary>The app's own folder.</summary>
    App,

    /// <summary>A shared framework of the runtime.</summary>
    Framework,

    /// <summary>A package folder.</summary>
    Package,

    /// <summary>Emitted or loaded from bytes, without a file.</summary>
    Memory,

    /// <summary>Anywhere else: worth a look (DG0010).</summary>
    Elsewhere,
}
