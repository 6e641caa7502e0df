using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Operations;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>One body that runs as a whole: a method, an accessor, an initializer, a lambda or a local function.</summary>
internal sealed class Body
{
    private readonly Lazy<Code?> _code;

    private Body(Func<ControlFlowGraph?> graph, SyntaxNode syntax, SyntaxNode root, IMethodSymbol? method)
    {
        _code = new(() => graph() is { } one ? new Code(one) : null);
        Syntax = syntax;
        Root = root;
        Method = method;
    }

    /// <summary>There is code to read: the compiler made something of the declaration.</summary>
    public bool IsReadable => Read() != null;

    public ControlFlowGraph Graph => Read()!.Graph;

    /// <summary>All operations of the graph, in the order of its blocks; within one statement as they are evaluated.</summary>
    public IReadOnlyList<IOperation> Operations => Read()?.Operations ?? [];

    /// <summary>Where in <see cref="Operations"/> those of a block stand: from the first to the one before the second.</summary>
    public (int Start, int End) RangeOf(BasicBlock block) => Read()!.RangeOf(block);

    /// <summary>The declaration or the lambda itself.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The outermost declaration around it: see <see cref="Bodies.RootOf"/>.</summary>
    public SyntaxNode Root { get; }

    public IMethodSymbol? Method { get; }

    /// <summary>Its code runs when the result is enumerated, not when it is called.</summary>
    public bool IsIterator => SequenceTypes.Are(Method?.ReturnType, SequenceUse.Iterator) && Yields();

    /// <summary>It tests a task for <c>RunContinuationsAsynchronously</c>.</summary>
    public bool AsksForContinuations => Read() is { AsksForContinuations: true };

    public bool IsAsync => Method is { IsAsync: true };

    /// <summary>A declaration, whose code is read when it is asked for: many a method that is called is never looked into.</summary>
    public static Body Of(SyntaxNode root, IMethodSymbol? method, Func<ControlFlowGraph?> graph) => new(graph, root, root, method);

    /// <summary>The body of a declaration and of every function inside it, the outermost first; none where there is no code.</summary>
    public ImmutableArray<Body> WithNested()
    {
        if (!IsReadable)
            return ImmutableArray<Body>.Empty;
        var bodies = ImmutableArray.CreateBuilder<Body>();
        Add(this);
        return bodies.ToImmutable();

        void Add(Body body)
        {
            bodies.Add(body);
            var graph = body.Graph;
            foreach (var function in graph.LocalFunctions)
            {
                if (function.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration)
                    Add(new Body(() => graph.GetLocalFunctionControlFlowGraph(function), declaration.GetSyntax(), Root, function));
            }

            foreach (var lambda in body.Operations.OfType<IFlowAnonymousFunctionOperation>())
                Add(new Body(() => graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Syntax, Root, lambda.Symbol));
        }
    }

    /// <summary>The values a capture of this graph can have.</summary>
    public IReadOnlyList<IOperation> Captured(CaptureId id) => Read()?.Captured(id) ?? [];

    public IOperation? FirstCaptured(CaptureId id) => Captured(id).FirstOrDefault();

    private Code? Read()
    {
        Reads.Code(Root);
        return _code.Value;
    }

    private bool Yields()
    {
        Reads.Code(Root);
        return FunctionSyntax.Yields(Syntax);
    }

    /// <summary>What the compiler makes of it.</summary>
    private sealed class Code
    {
        private readonly Dictionary<CaptureId, List<IOperation>> _captures = [];

        /// <summary>For each block, and for the end behind the last, where it starts in <see cref="Operations"/>.</summary>
        private readonly List<int> _starts = [];

        public Code(ControlFlowGraph graph)
        {
            Graph = graph;
            var operations = new List<IOperation>();
            foreach (var block in graph.Blocks)
            {
                _starts.Add(operations.Count);
                AddInOrder(block, operations);
            }

            _starts.Add(operations.Count);
            Operations = operations;
            foreach (var operation in operations)
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

        public IReadOnlyList<IOperation> Operations { get; }

        public bool AsksForContinuations { get; }

        public (int Start, int End) RangeOf(BasicBlock block) => (_starts[block.Ordinal], _starts[block.Ordinal + 1]);

        public IReadOnlyList<IOperation> Captured(CaptureId id) => _captures.TryGetValue(id, out var values) ? values : [];

        private static void AddInOrder(BasicBlock block, List<IOperation> operations)
        {
            foreach (var statement in block.Operations)
                Evaluation.AddInOrder(statement, operations);
            if (block.BranchValue != null)
                Evaluation.AddInOrder(block.BranchValue, operations);
        }
    }
}
