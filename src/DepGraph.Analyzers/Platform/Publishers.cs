using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Platform;

/// <summary>Types of the platform and of well-known libraries that call whoever subscribed, with no event or interface to be seen at the call.</summary>
internal static class Publishers
{
    private static readonly string[] Observer = ["OnNext", "OnError", "OnCompleted"];
    private static readonly string[] R3Observer = ["OnNext", "OnErrorResume", "OnCompleted"];
    private static readonly string[] R3Property = ["Value", "OnNext", "OnErrorResume", "OnCompleted", "ForceNotify"];
    private static readonly string[] Properties = ["SetProperty", "OnPropertyChanged", "OnPropertyChanging"];

    /// <summary>Each type with its members that publish, an indexer as <c>Item</c>; docs/rules/DG1002.md tells them.</summary>
    public static readonly (string Type, string[] Members)[] Rows =
    [
        ("System.Reactive.Subjects.Subject", Observer),
        ("System.Reactive.Subjects.BehaviorSubject", Observer),
        ("System.Reactive.Subjects.ReplaySubject", Observer),
        ("System.Reactive.Subjects.AsyncSubject", Observer),
        ("R3.Subject", R3Observer),
        ("R3.BehaviorSubject", R3Observer),
        ("R3.ReplaySubject", R3Observer),
        ("R3.ReplayFrameSubject", R3Observer),
        ("R3.ReactiveProperty", R3Property),
        ("System.Collections.ObjectModel.ObservableCollection",
            ["Add", "Insert", "Remove", "RemoveAt", "Clear", "Move", "Item", "InsertItem", "RemoveItem", "ClearItems", "MoveItem", "SetItem"]),
        ("System.ComponentModel.BindingList",
            ["Add", "Insert", "Remove", "RemoveAt", "Clear", "Item", "AddNew", "ResetItem", "ResetBindings",
                "InsertItem", "RemoveItem", "ClearItems", "SetItem"]),
        ("CommunityToolkit.Mvvm.ComponentModel.ObservableObject", [.. Properties, "SetPropertyAndNotifyOnCompletion"]),
        ("CommunityToolkit.Mvvm.ComponentModel.ObservableRecipient", [.. Properties, "Broadcast"]),
        ("CommunityToolkit.Mvvm.ComponentModel.ObservableValidator", [.. Properties, "TrySetProperty"]),
        ("Prism.Mvvm.BindableBase", ["SetProperty", "RaisePropertyChanged", "OnPropertyChanged"]),
        ("ReactiveUI.IReactiveObjectExtensions", ["RaiseAndSetIfChanged", "RaisePropertyChanged", "RaisePropertyChanging"]),
        ("GalaSoft.MvvmLight.ObservableObject", ["Set", "RaisePropertyChanged", "RaisePropertyChanging"]),
        ("GalaSoft.MvvmLight.ViewModelBase", ["Set", "RaisePropertyChanged", "Broadcast"]),
    ];

    private static readonly MethodTable Table = new(Rows);

    private static readonly HashSet<string> Names = new(Rows.SelectMany(row => row.Members), StringComparer.Ordinal);

    /// <summary>A member of this name publishes, called on an object seen as this type or on one derived from it.</summary>
    public static bool Publish(ITypeSymbol? type, string member)
    {
        if (!Names.Contains(member))
            return false;
        for (; type != null; type = type.BaseType)
        {
            if (Table.Contain(type, member))
                return true;
        }

        return false;
    }
}
