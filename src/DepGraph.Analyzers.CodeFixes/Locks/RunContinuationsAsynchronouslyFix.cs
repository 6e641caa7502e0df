using System.Collections.Immutable;
using System.Composition;
using DepGraph.Analyzers.Locks.Report;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DepGraph.Analyzers.CodeFixes.Locks;

/// <summary>Makes a TaskCompletionSource run its continuations elsewhere: completing it under a lock is then no callback.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RunContinuationsAsynchronouslyFix))]
[Shared]
public sealed class RunContinuationsAsynchronouslyFix() : LockFix("Run the continuations asynchronously", LockRules.RunContinuationsAsynchronously)
{
    private const string Options = "TaskCreationOptions";

    /// <summary>Every creation the findings name gets the flag; null where one of a single finding's cannot take it here.</summary>
    private protected override SyntaxNode? Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> findings, CancellationToken cancellation)
    {
        var creations = new HashSet<BaseObjectCreationExpressionSyntax>();
        foreach (var finding in Own(findings))
        {
            foreach (var location in finding.AdditionalLocations.Skip(2))
            {
                if (location.SourceTree == root.SyntaxTree
                    && root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is BaseObjectCreationExpressionSyntax creation
                    && model.GetTypeInfo(creation, cancellation).Type is { Name: "TaskCompletionSource" }
                    && !SpeaksOfContinuations(creation))
                    creations.Add(creation);
                else if (findings.Length == 1)
                    return null;
            }
        }

        return creations.Count == 0
            ? null
            : root.ReplaceNodes(creations, (creation, _) => creation.WithArgumentList(WithFlag(creation, model)));
    }

    /// <summary>A comment at the creation that speaks of continuations says why they run as they do.</summary>
    private static bool SpeaksOfContinuations(SyntaxNode creation)
    {
        var whole = creation.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or MemberDeclarationSyntax) ?? creation;
        return whole.GetLeadingTrivia().Concat(whole.DescendantTrivia()).Concat(whole.GetTrailingTrivia())
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Any(comment => comment.ToString().IndexOf("continuation", StringComparison.OrdinalIgnoreCase) >= 0);
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
