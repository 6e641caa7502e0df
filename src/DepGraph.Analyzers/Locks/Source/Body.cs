using System.Collections.Immutable;
using DepGraph.Analyzers.Operations;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>One body that runs as a whole: a method, an accessor, an initializer, a lambda or a local function.</summary>
internal sealed class Body
{
    private readonly Dictionary<CaptureId, List<IOperation>> _captures = [];

    /// <summary>For each block, and for the end behind the last, where it starts in <see cref="Operations"/>.</summary>
    private readonly List<int> _starts = [];

    private Body(ControlFlowGraph graph, SyntaxNode syntax, SyntaxNode root, IMethodSymbol? method)
    {
        Graph = graph;
        Syntax = syntax;
        Root = root;
        Method = method;
        var operations = new List<IOperation>();
        foreach (var block in graph.Blocks)
        {
            _starts.Add(operations.Count);
            AddInOrder(block, operations);
        }

        _starts.Add(operations.Count);
        Operations = operations;
        IsIterator = SequenceTypes.Are(method?.ReturnType, SequenceUse.Iterator) && FunctionSyntax.Yields(syntax);
        foreach (var operation in Operations)
        {
            AsksForContinuations |= operation is IFieldReferenceOperation { Field.Name: "RunContinuationsAsynchronously", Parent: IBinaryOperation };
            if (operation is not IFlowCaptureOperation capture)
                continue;
            if (!_captures.TryGetValue(capture.Id, out var values))
                _captures.Add(capture.Id, values = []);
            values.Add(capture.Value);
        }
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>All operations of the graph, in the order of its blocks; within one statement as they are evaluated.</summary>
    public IReadOnlyList<IOperation> Operations { get; }

    /// <summary>Where in <see cref="Operations"/> those of a block stand: from the first to the one before the second.</summary>
    public (int Start, int End) RangeOf(BasicBlock block) => (_starts[block.Ordinal], _starts[block.Ordinal + 1]);

    /// <summary>The declaration or the lambda itself.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The outermost declaration around it: see <see cref="Bodies.RootOf"/>.</summary>
    public SyntaxNode Root { get; }

    public IMethodSymbol? Method { get; }

    /// <summary>Its code runs when the result is enumerated, not when it is called.</summary>
    public bool IsIterator { get; }

    /// <summary>It tests a task for <c>RunContinuationsAsynchronously</c>.</summary>
    public bool AsksForContinuations { get; }

    public bool IsAsync => Method is { IsAsync: true };

    /// <summary>The body of a declaration and of every function inside it, the outermost first.</summary>
    public static ImmutableArray<Body> WithNested(ControlFlowGraph graph, SyntaxNode root, IMethodSymbol? method)
    {
        var bodies = ImmutableArray.CreateBuilder<Body>();
        Add(graph, root, method);
        return bodies.ToImmutable();

        void Add(ControlFlowGraph graph, SyntaxNode syntax, IMethodSymbol? method)
        {
            var body = new Body(graph, syntax, root, method);
            bodies.Add(body);
            foreach (var function in graph.LocalFunctions)
            {
                if (function.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration)
                    Add(graph.GetLocalFunctionControlFlowGraph(function), declaration.GetSyntax(), function);
            }

            foreach (var lambda in body.Operations.OfType<IFlowAnonymousFunctionOperation>())
                Add(graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Syntax, lambda.Symbol);
        }
    }

    /// <summary>The values a capture of this graph can have.</summary>
    public IReadOnlyList<IOperation> Captured(CaptureId id) => _captures.TryGetValue(id, out var values) ? values : [];

    public IOperation? FirstCaptured(CaptureId id) => Captured(id).FirstOrDefault();

    private static void AddInOrder(BasicBlock block, List<IOperation> operations)
    {
        foreach (var statement in block.Operations)
            Evaluation.AddInOrder(statement, operations);
        if (block.BranchValue != null)
            Evaluation.AddInOrder(block.BranchValue, operations);
    }
}
