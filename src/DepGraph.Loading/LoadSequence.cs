using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace DepGraph.Loading;

/// <summary>
/// The load sequence of an app as DepGraph recorded it in the build: what is loaded at startup, leaves first, with the cost of each step.
/// It never throws because of its file: where the file is missing, damaged or of another version, <see cref="Problem"/> says so,
/// there are no steps, and all progress is indeterminate until it is 100 %.
/// </summary>
public sealed class LoadSequence
{
    private LoadSequence(RecordedSequence recorded) => Recorded = recorded;

    /// <summary>Why there is no usable sequence and progress is indeterminate; null when all is well.</summary>
    public string? Problem => Recorded.Problem;

    /// <summary>The name of the recorded app; empty when there is no usable sequence.</summary>
    public string App => Recorded.App;

    /// <summary>The recorded time from the start of the runtime to ready, in ms.</summary>
    public double ReadyMs => Recorded.ReadyMs;

    /// <summary>The steps, leaves first, the app last.</summary>
    public IReadOnlyList<LoadStep> Steps => Recorded.Steps;

    internal RecordedSequence Recorded { get; }

    /// <summary>The sequence in <c>&lt;App&gt;.loadsequence.json</c> beside the running app, also when the app is a single file.</summary>
    public static LoadSequence ForEntryAssembly() => new(SequenceFile.ForEntryAssembly());

    /// <summary>Reads a sequence from a stream, for an app that keeps it elsewhere (a resource, say). The stream is read, not closed.</summary>
    public static LoadSequence Read(Stream stream) =>
        new(SequenceFile.Read(stream ?? throw new ArgumentNullException(nameof(stream))));

    /// <summary>
    /// Load mode: loads the assemblies step by step on this thread. An assembly that is loaded already costs nothing;
    /// one that cannot be loaded is passed over, and the app meets that fault where it would have met it anyway.
    /// </summary>
    /// <param name="progress">Told before each load, and once more at 100 %. What it throws is thrown on.</param>
    /// <param name="runModuleInitializers">Also runs the module initializers, which otherwise run when code of the module is first used.</param>
    public void Load(IProgress<LoadProgress>? progress = null, bool runModuleInitializers = false)
    {
        var walk = new LoadWalk(Recorded, runModuleInitializers);
        do
            progress?.Report(walk.Current);
        while (walk.LoadNext());
    }

    /// <summary>
    /// Load mode for a loop that has other things to do: each turn of the enumeration loads for about <paramref name="budgetMs"/>
    /// and then hands control back, so that a UI thread can pump its messages. Leaving the enumeration stops the loading.
    /// </summary>
    /// <param name="budgetMs">How long one turn may load, in ms. A turn loads at least one assembly, so that one slow load may exceed it.</param>
    /// <param name="runModuleInitializers">See <see cref="Load"/>.</param>
    public IEnumerable<LoadProgress> LoadInSlices(double budgetMs = 8, bool runModuleInitializers = false)
    {
        var walk = new LoadWalk(Recorded, runModuleInitializers);
        yield return walk.Current;
        while (!walk.IsDone)
        {
            walk.LoadFor(budgetMs);
            yield return walk.Current;
        }
    }

    /// <summary>
    /// Load mode on a thread of its own. Await the operation; cancelling it, disposing it, or dropping it unawaited stops the loading
    /// after the assembly at hand.
    /// </summary>
    /// <param name="progress">Told on the loading thread, unless it marshals itself as <see cref="Progress{T}"/> does.</param>
    /// <param name="runModuleInitializers">See <see cref="Load"/>.</param>
    /// <param name="cancellation">Stops the loading; awaiting then throws <see cref="OperationCanceledException"/>.</param>
    public LoadOperation LoadAsync(
        IProgress<LoadProgress>? progress = null, bool runModuleInitializers = false, CancellationToken cancellation = default) =>
        LoadOperation.Start(new LoadWalk(Recorded, runModuleInitializers), progress, cancellation);

    /// <summary>
    /// Watch mode: loads nothing and changes nothing about the start; says where in the recorded timeline it is.
    /// Ends at <see cref="Startup.Ready"/>, or when disposed, with 100 %.
    /// </summary>
    /// <param name="progress">Told about thirty times a second from a timer, never from inside the loader, and once at 100 %.
    /// If it throws on the timer's thread, it is not told again. Leave it out and ask <see cref="StartupWatch.Current"/> instead where the UI has a timer of
    /// its own.</param>
    public StartupWatch Watch(IProgress<LoadProgress>? progress = null) => new(Recorded, progress);
}
