using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DepGraph.Loading;

/// <summary>
/// A load mode that goes on, on a thread of its own. Await it, or hold it and ask <see cref="Current"/>.
/// It stops when it is disposed, and also when nobody holds or awaits it any longer (then at the next garbage collection).
/// </summary>
public sealed class LoadOperation : IDisposable
{
    private readonly LoadThread _thread;

    private LoadOperation(LoadThread thread) => _thread = thread;

    /// <summary>Stops the loading of an operation that nobody waits for: the loading thread does not hold the operation, its awaiters do.</summary>
    ~LoadOperation() => _thread.Stop();

    /// <summary>How far the loading is.</summary>
    public LoadProgress Current => _thread.Current;

    internal Task Completion => _thread.Completion;

    internal static LoadOperation Start(LoadWalk walk, IProgress<LoadProgress>? progress, CancellationToken cancellation) =>
        new(LoadThread.Start(walk, progress, cancellation));

    /// <summary>Stops the loading after the assembly at hand; awaiting then throws <see cref="OperationCanceledException"/>.</summary>
    public void Dispose()
    {
        _thread.Stop();
        GC.SuppressFinalize(this);
    }

    /// <summary>The operation as a task, to combine it with others. The task counts as a holder of the operation.</summary>
    public Task AsTask() =>
        Completion.ContinueWith(
            static (completed, operation) =>
            {
                GC.KeepAlive(operation);
                return completed;
            },
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default).Unwrap();

    /// <summary>Lets the operation be awaited.</summary>
    public Awaiter GetAwaiter() => new(this);

    /// <summary>Awaits a <see cref="LoadOperation"/> and holds it meanwhile.</summary>
    public readonly struct Awaiter : ICriticalNotifyCompletion
    {
        private readonly LoadOperation _operation;

        internal Awaiter(LoadOperation operation) => _operation = operation;

        /// <summary>True when the loading is over.</summary>
        public bool IsCompleted => Inner.IsCompleted;

        private TaskAwaiter Inner => _operation.Completion.GetAwaiter();

        /// <summary>Returns when the loading is over; throws what the progress threw, or <see cref="OperationCanceledException"/>.</summary>
        public void GetResult() => Inner.GetResult();

        /// <inheritdoc/>
        public void OnCompleted(Action continuation) => Inner.OnCompleted(continuation);

        /// <inheritdoc/>
        public void UnsafeOnCompleted(Action continuation) => Inner.UnsafeOnCompleted(continuation);
    }
}
