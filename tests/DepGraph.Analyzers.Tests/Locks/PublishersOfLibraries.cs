using DepGraph.Analyzers.Locks.Report;
using DepGraph.Analyzers.Platform;
using DepGraph.Analyzers.Tests.Harness;
using TwoProjects = DepGraph.Analyzers.Tests.Harness.TwoProjects<DepGraph.Analyzers.Locks.LockHeldDuringCallbackAnalyzer>;

namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>No event, delegate or interface is to be seen, and still whoever subscribed is called.</summary>
public class PublishersOfLibraries
{
    private const string Packages = """
        using System.ComponentModel;
        using System.Runtime.CompilerServices;
        namespace System.Reactive.Subjects
        {
            public abstract class SubjectBase<T> : IObserver<T>, IObservable<T>, IDisposable
            {
                public abstract bool HasObservers { get; }
                public abstract void OnNext(T value); public abstract void OnError(Exception e); public abstract void OnCompleted();
                public abstract IDisposable Subscribe(IObserver<T> observer); public abstract void Dispose();
            }
            public sealed class Subject<T> : SubjectBase<T>
            {
                public override bool HasObservers => false;
                public override void OnNext(T value) { } public override void OnError(Exception e) { } public override void OnCompleted() { }
                public override IDisposable Subscribe(IObserver<T> observer) => null; public override void Dispose() { }
            }
            public sealed class BehaviorSubject<T>(T value) : SubjectBase<T>
            {
                public T Value => value;
                public override bool HasObservers => false;
                public override void OnNext(T value) { } public override void OnError(Exception e) { } public override void OnCompleted() { }
                public override IDisposable Subscribe(IObserver<T> observer) => null; public override void Dispose() { }
            }
        }
        namespace R3
        {
            public abstract class Observable<T> { public IDisposable Subscribe(Action<T> next) => null; }
            public sealed class Subject<T> : Observable<T> { public void OnNext(T value) { } public void OnErrorResume(Exception e) { } }
            public class ReactiveProperty<T> : Observable<T> { public T Value { get; set; } public T CurrentValue => Value; }
        }
        namespace CommunityToolkit.Mvvm.ComponentModel
        {
            public abstract class ObservableObject
            {
                protected virtual void OnPropertyChanged(PropertyChangedEventArgs e) { }
                protected void OnPropertyChanged([CallerMemberName] string name = null) { }
                protected bool SetProperty<T>(ref T field, T value, [CallerMemberName] string name = null) { field = value; return true; }
            }
        }
        namespace Prism.Mvvm
        {
            public abstract class BindableBase
            { protected virtual bool SetProperty<T>(ref T f, T v, string n = null) => true; protected void RaisePropertyChanged(string n) { } }
        }
        namespace GalaSoft.MvvmLight
        { public class ObservableObject { protected bool Set<T>(ref T f, T v, string n = null) => true; public void RaisePropertyChanged(string n) { } } }
        namespace ReactiveUI
        {
            public interface IReactiveObject { }
            public class ReactiveObject : IReactiveObject { }
            public static class IReactiveObjectExtensions
            { public static TRet RaiseAndSetIfChanged<TObj, TRet>(this TObj o, ref TRet f, TRet v, string n = null) where TObj : IReactiveObject => v; }
        }
        """;

    [Fact]
    public Task Subjects_that_others_can_subscribe_to_are_found() => TwoProjects.FindTheMarks(Packages, """
        using System.Reactive.Subjects;
        public class Feed
        {
            private readonly object _gate = new();
            private readonly Subject<int> _changes = new();
            private readonly BehaviorSubject<int> _state = new(0);
            private readonly R3.Subject<int> _r3 = new();
            private readonly R3.ReactiveProperty<int> _property = new();
            public IObservable<int> Changes => _changes;
            public IObservable<int> State => _state;
            public R3.Observable<int> R3 => _r3;
            public R3.ReactiveProperty<int> Property => _property;
            public void Add(Subject<string> given, int n)
            {
                lock (_gate)
                {
                    {|DG1002:_changes.OnNext(n)|}; {|DG1002:_changes.OnError(new Exception())|}; {|DG1002:_state.OnCompleted()|};
                    {|DG1002:_state.OnNext(n)|}; {|DG1002:_r3.OnNext(n)|}; {|DG1002:_property.Value|} = n; {|DG1002:given.OnNext("")|};
                    {|DG1002:Raise(n)|};
                }
                _changes.OnNext(n);
            }
            private void Raise(int n) => _changes.OnNext(n);
        }
        """);

    [Fact]
    public Task Subjects_nobody_can_have_subscribed_to_and_what_does_not_publish_are_quiet() => TwoProjects.FindTheMarks(Packages, """
        using System.Reactive.Subjects;
        public class Feed
        {
            private readonly object _gate = new();
            private readonly Subject<int> _unused = new();
            private readonly BehaviorSubject<int> _state = new(0);
            private readonly R3.ReactiveProperty<int> _property = new();
            public IObservable<int> State => _state;
            public R3.Observable<int> Property => _property;
            public int Add(int n)
            {
                lock (_gate)
                {
                    _unused.OnNext(n);
                    if (_unused.HasObservers) n++;
                    var local = new Subject<string>();
                    local.OnNext("");
                    return _state.Value + _property.Value + _property.CurrentValue;
                }
            }
        }
        """);

    [Fact]
    public Task Collections_that_others_can_listen_to_are_found() => Store.With("""
        public System.Collections.ObjectModel.ObservableCollection<int> Items { get; } = new();
        private readonly System.Collections.ObjectModel.ObservableCollection<int> _items = new();
        private readonly System.ComponentModel.BindingList<int> _list = new();
        private readonly System.Collections.ObjectModel.ObservableCollection<int> _watched = new();
        public System.Collections.ObjectModel.ReadOnlyObservableCollection<int> View { get; }
        public System.ComponentModel.BindingList<int> List => _list;
        public Store() { View = new(_items); _watched.CollectionChanged += (_, _) => Changed?.Invoke(this, EventArgs.Empty); }
        public void Add(int n)
        {
            lock (_gate)
            {
                {|DG1002:Items.Add(n)|}; {|DG1002:Items[0]|} = n; {|DG1002:_items.Clear()|}; {|DG1002:_items.Move(0, 1)|};
                {|DG1002:_list.RemoveAt(0)|}; {|DG1002:_watched.Insert(0, n)|};
                _count += Items[0] + _items.Count + Items.IndexOf(n);
            }
        }
        public class Own : System.Collections.ObjectModel.ObservableCollection<int>
        {
            private readonly object _gate = new();
            protected override void InsertItem(int index, int item) { lock (_gate) {|DG1002:base.InsertItem(index, item)|}; }
        }
        """);

    [Theory]
    [InlineData("Items.Add(1)", false)]
    [InlineData("Items.ResetBindings()", true)]
    public async Task A_change_that_the_lock_is_there_for_is_not_moved_behind_it(string call, bool moves)
    {
        var found = await Store.With($$"""
            public System.ComponentModel.BindingList<int> Items { get; } = new();
            public void Add() { lock (_gate) { _count++; {|DG1002:{{call}}|}; } }
            """);

        found.Single().Properties.ContainsKey(LockRules.Fix).ShouldBe(moves);
    }

    [Fact]
    public Task Collections_nobody_else_has_are_quiet() => Store.With("""
        private readonly System.Collections.ObjectModel.ObservableCollection<int> _items = new();
        private readonly System.Collections.ObjectModel.Collection<int> _plain = new();
        public void Add(int n)
        {
            lock (_gate)
            {
                _items.Add(n); _items[0] = n; foreach (var item in _items) _count += item;
                var local = new System.Collections.ObjectModel.ObservableCollection<int>();
                local.Add(n);
                _plain.Add(n);
            }
        }
        """);

    [Fact]
    public Task The_helpers_of_view_models_are_found() => TwoProjects.FindTheMarks(Packages, """
        using ReactiveUI;
        public sealed class Toolkit : CommunityToolkit.Mvvm.ComponentModel.ObservableObject
        {
            private readonly object _gate = new(); private int _n;
            public int N { set { lock (_gate) { {|DG1002:SetProperty(ref _n, value)|}; {|DG1002:OnPropertyChanged()|}; } } }
            public void Quiet() { lock (_gate) _n = 1; OnPropertyChanged(nameof(N)); }
        }
        public sealed class Region : global::Prism.Mvvm.BindableBase
        {
            private readonly object _gate = new(); private int _n;
            public int N { set { lock (_gate) { {|DG1002:SetProperty(ref _n, value)|}; {|DG1002:RaisePropertyChanged("N")|}; } } }
        }
        public sealed class Light : GalaSoft.MvvmLight.ObservableObject
        {
            private readonly object _gate = new(); private int _n;
            public int N { set { lock (_gate) { {|DG1002:Set(ref _n, value)|}; {|DG1002:Tell()|}; } } }
            private void Tell() => RaisePropertyChanged("N");
        }
        public sealed class Reactive : ReactiveUI.ReactiveObject
        {
            private readonly object _gate = new(); private int _n;
            public int N { set { lock (_gate) { {|DG1002:this.RaiseAndSetIfChanged(ref _n, value)|}; } } }
        }
        public sealed class Own
        {
            private readonly object _gate = new(); private int _n;
            public int N { set { lock (_gate) { SetProperty(ref _n, value); } } }
            private void SetProperty(ref int field, int value) => field = value;
        }
        """);

    [Fact]
    public void The_page_tells_them_all() =>
        DocumentedList.Of("DG1002.md", "Publishers").ShouldBe(Publishers.Rows.Select(row => row.Type), ignoreOrder: true);
}
