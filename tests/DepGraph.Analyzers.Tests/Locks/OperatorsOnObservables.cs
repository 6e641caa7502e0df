namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>What observers are told must not overlap: the lock of an operator is there for that.</summary>
public class OperatorsOnObservables
{
    [Fact]
    public Task May_tell_their_one_observer_under_their_lock() => Store.Source("""
        public sealed class Merged<T> : IObservable<T>
        {
            public IDisposable Subscribe(IObserver<T> observer) { new Sink(observer); return null!; }
            private sealed class Sink
            {
                private readonly object _gate = new();
                private readonly IObserver<T> _observer;
                public Sink(IObserver<T> observer) => _observer = observer;
                public void Next(T value) { lock (_gate) {|DG1006:_observer.OnNext(value)|}; }
            }
        }
        public sealed class Passed<T>(IObserver<T> inner) : IObserver<T>
        {
            private readonly object _gate = new();
            public void OnNext(T value) { lock (_gate) {|DG1006:inner.OnNext(value)|}; }
            public void OnError(Exception error) { lock (_gate) {|DG1006:inner.OnError(error)|}; }
            public void OnCompleted() { lock (_gate) {|DG1006:inner.OnCompleted()|}; }
        }
        """);

    [Fact]
    public Task Are_none_where_they_tell_many_or_are_no_observables() => Store.Source("""
        public sealed class Subject<T> : IObservable<T>
        {
            private readonly object _gate = new();
            private readonly List<IObserver<T>> _observers = new();
            public IDisposable Subscribe(IObserver<T> observer) { lock (_gate) _observers.Add(observer); return null!; }
            public void OnNext(T value) { lock (_gate) { foreach (var observer in _observers) {|DG1002:observer.OnNext(value)|}; } }
        }
        public sealed class Counter(IObserver<int> observer, IProgress<int> progress)
        {
            private readonly object _gate = new();
            public void Add() { lock (_gate) { {|DG1002:observer.OnNext(1)|}; {|DG1002:progress.Report(1)|}; } }
        }
        """);
}
