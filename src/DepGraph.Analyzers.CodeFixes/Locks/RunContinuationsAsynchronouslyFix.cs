using System.Collections.Immutable;
using System.Composition;
using DepGraph.Analyzers.Locks.Report;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>Makes a TaskCompletionSource run its continuations elsewhere: completing it under a lock is then no callback.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RunContinuationsAsynchronouslyFix))]
[Shared]
public sealed class RunContinuationsAsynchronouslyFix : CodeFixProvider
{
    private const string Title = "Run the continuations asynchronously";
    private const string Options = "TaskCreationOptions";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.LockHeldDuringCallback);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics)
            => await Fixed(document, diagnostics, context.CancellationToken).ConfigureAwait(false) ?? document);

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await Fixed(context.Document, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false) is { } made)
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(made), nameof(RunContinuationsAsynchronouslyFix)), diagnostic);
        }
    }

    /// <summary>The document with the flag in every creation the findings name; null where one of them cannot take it here.</summary>
    private static async Task<Document?> Fixed(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
            return null;

        var creations = new HashSet<BaseObjectCreationExpressionSyntax>();
        foreach (var diagnostic in diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(LockRules.Fix, out var fix) || fix != LockRules.RunContinuationsAsynchronously)
                continue;
            foreach (var location in diagnostic.AdditionalLocations.Skip(2))
            {
                if (location.SourceTree == root.SyntaxTree
                    && root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is BaseObjectCreationExpressionSyntax creation
                    && model.GetTypeInfo(creation, cancellation).Type is { Name: "TaskCompletionSource" })
                    creations.Add(creation);
                else if (diagnostics.Length == 1)
                    return null;
            }
        }

        return creations.Count == 0
            ? null
            : document.WithSyntaxRoot(root.ReplaceNodes(creations, (creation, _) => creation.WithArgumentList(WithFlag(creation, model))));
    }

    private static ArgumentListSyntax WithFlag(BaseObjectCreationExpressionSyntax creation, SemanticModel model)
    {
        var flag = SyntaxFactory.ParseExpression($"global::System.Threading.Tasks.{Options}.RunContinuationsAsynchronously")
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var arguments = creation.ArgumentList ?? SyntaxFactory.ArgumentList();
        var options = arguments.Arguments.FirstOrDefault(argument => model.GetTypeInfo(argument.Expression).Type?.Name == Options);
        if (options is null)
            return arguments.AddArguments(SyntaxFactory.Argument(flag)).NormalizeWhitespace().WithTriviaFrom(arguments);

        var given = options.Expression;
        if (model.GetConstantValue(given) is { HasValue: true, Value: 0 })
            return arguments.ReplaceNode(given, flag);
        var either = SyntaxFactory.BinaryExpression(
            SyntaxKind.BitwiseOrExpression,
            given.WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.BarToken).WithTrailingTrivia(SyntaxFactory.Space),
            flag);
        return arguments.ReplaceNode(given, either);
    }
}
