using DepGraph.Analyzers.Closures;
using DepGraph.Analyzers.Tests.Harness;

namespace DepGraph.Analyzers.Tests.Closures;

/// <summary>Libraries whose documentation says what becomes of a delegate. To the compiler they are assemblies, whose bodies nobody sees.</summary>
/// <seealso cref="Platform.DelegateTakers"/>
public class ClosuresGivenToLibraries
{
    private const string Libraries = """
        using System.Linq.Expressions;
        namespace Amib.Threading
        {
            public interface IWorkItemResult { object GetResult(); }
            public class SmartThreadPool { public IWorkItemResult QueueWorkItem(Action action) => null; public void WaitForIdle() { } }
        }
        namespace Hangfire { public static class BackgroundJob { public static string Enqueue(Expression<Action> call) => ""; } }
        namespace FluentScheduler
        {
            public class Schedule { public void ToRunEvery(int seconds) { } }
            public static class JobManager { public static void AddJob(Action job, Action<Schedule> schedule) { } }
        }
        namespace Coravel.Scheduling.Schedule.Interfaces
        {
            public interface IScheduleInterval { void EveryMinute(); }
            public interface IScheduler { IScheduleInterval Schedule(Action action); }
        }
        namespace Prism.Events { public class PubSubEvent { public static PubSubEvent Get() => null; public object Subscribe(Action action) => null; } }
        namespace Microsoft.AspNetCore.Builder
        {
            public interface IRoutes { }
            public static class EndpointRouteBuilderExtensions
            {
                public static IRoutes MapGroup(this IRoutes routes, string prefix) => routes;
                public static IRoutes MapGet(this IRoutes routes, string pattern, Delegate handler) => routes;
            }
        }
        namespace StackExchange.Redis { public interface ISubscriber { Task SubscribeAsync(string channel, Action<string> handler); } }
        namespace Microsoft.AspNetCore.SignalR.Client
        {
            public class HubConnection { }
            public static class HubConnectionExtensions { public static IDisposable On(this HubConnection hub, string name, Action handler) => null; }
        }
        namespace FluentValidation
        {
            public interface IRuleBuilder<T, TProperty> { }
            public abstract class AbstractValidator<T>
            {
                public IRuleBuilder<T, TProperty> RuleFor<TProperty>(Expression<Func<T, TProperty>> expression) => null;
                public void When(Func<T, bool> predicate, Action action) { }
                public bool Validate(T instance) => true;
            }
            public class InlineValidator<T> : AbstractValidator<T> { }
            public static class DefaultValidatorExtensions
            {
                public static IRuleBuilder<T, TProperty> Must<T, TProperty>(this IRuleBuilder<T, TProperty> rule, Func<TProperty, bool> predicate) => rule;
            }
        }
        namespace Moq.Language
        {
            public interface IReturns<TMock, TResult> { object Returns(Func<TResult> valueFunction); }
            public interface ISetup<TMock, TResult> : IReturns<TMock, TResult> { }
        }
        namespace Moq
        {
            public class Mock<T> { public T Object => default; public Language.ISetup<T, TResult> Setup<TResult>(Expression<Func<T, TResult>> call) => null; }
        }
        namespace NSubstitute
        {
            public static class Substitute { public static T For<T>() => default; }
            public static class SubstituteExtensions { public static void Returns<T>(this T value, Func<object, T> returnThis) { } }
        }
        namespace AutoMapper
        {
            public interface IMemberConfigurationExpression<TSource> { void MapFrom(Func<TSource, object> map); }
            public class Mapping<TSource> { public void ForMember(string name, Action<IMemberConfigurationExpression<TSource>> options) { } }
        }
        namespace Polly
        {
            public class Policy { public void Execute(Action action) { } }
            public class PolicyBuilder { }
            public static class RetrySyntax { public static Policy Retry(this PolicyBuilder builder, int times, Action<Exception> onRetry) => null; }
        }
        namespace DG.Tweening
        {
            public class Tween { public object WaitForCompletion() => null; }
            public static class TweenSettingsExtensions { public static T OnComplete<T>(this T tween, Action action) where T : Tween => tween; }
        }
        """;

    [Theory]
    [InlineData("pool.QueueWorkItem(() => Use([|i|]));")]
    [InlineData("var item = pool.QueueWorkItem(() => Use([|i|])); items.Add(item);")]
    [InlineData("FluentScheduler.JobManager.AddJob(() => Use([|i|]), s => s.ToRunEvery(i));")]
    [InlineData("scheduler.Schedule(() => Use([|i|])).EveryMinute();")]
    [InlineData("changed.Subscribe(() => Use([|i|]));")]
    [InlineData("var found = Prism.Events.PubSubEvent.Get(); found.Subscribe(() => Use([|i|]));")]
    [InlineData("var group = routes.MapGroup(\"a\"); group.MapGet(\"b\", () => Use([|i|]));")]
    [InlineData("routes.MapGroup(\"a\").MapGet(\"b\", () => Use([|i|]));")]
    [InlineData("await redis.SubscribeAsync(\"c\", _ => Use([|i|]));")]
    [InlineData("hub.On(\"c\", () => Use([|i|]));")]
    [InlineData("RuleFor(x => x.Items[[|i|]]).Must(item => item > [|i|]);")]
    [InlineData("When(x => x.Items.Length > [|i|], () => Use(i));")]
    [InlineData("outer.Setup(g => g.Get()).Returns(() => [|i|]);")]
    [InlineData("var mock = new Moq.Mock<IGet>(); mock.Setup(g => g.Get()).Returns(() => [|i|]); items.Add(mock);")]
    [InlineData("given.Get().Returns(_ => [|i|]);")]
    [InlineData("var get = NSubstitute.Substitute.For<IGet>(); get.Get().Returns(_ => [|i|]); items.Add(get);")]
    [InlineData("map.ForMember(\"a\", o => o.MapFrom(m => m.Items[[|i|]]));")]
    [InlineData("items.Add(builder.Retry(3, e => Use([|i|])));")]
    [InlineData("tween.OnComplete(() => Use([|i|]));")]
    public Task Are_found_where_the_library_keeps_them_or_runs_them_later(string statement) => Find(statement);

    [Theory]
    [InlineData("pool.QueueWorkItem(() => Use(i)).GetResult();")]
    [InlineData("var item = pool.QueueWorkItem(() => Use(i)); item.GetResult();")]
    [InlineData("pool.QueueWorkItem(() => Use(i)); pool.WaitForIdle();")]
    [InlineData("Hangfire.BackgroundJob.Enqueue(() => Use(i));")]
    [InlineData("using (hub.On(\"c\", () => Use(i))) Use(1);")]
    [InlineData("var rules = new FluentValidation.InlineValidator<Model>(); rules.RuleFor(x => x.Items[i]).Must(n => n > i); Use(rules.Validate(null));")]
    [InlineData("var mock = new Moq.Mock<IGet>(); mock.Setup(g => g.Get()).Returns(() => i); Use(mock.Object.Get());")]
    [InlineData("var get = NSubstitute.Substitute.For<IGet>(); get.Get().Returns(_ => i); Use(get.Get());")]
    [InlineData("map.ForMember(\"a\", o => Use(i));")]
    [InlineData("builder.Retry(3, e => Use(i)).Execute(() => Use(i));")]
    [InlineData("yield(tween.OnComplete(() => Use(i)).WaitForCompletion());")]
    public Task Are_no_finding_where_they_are_used_up_in_the_iteration(string statement) => Find(statement);

    private static Task Find(string statement) => TwoProjects<LoopClosureAnalyzer>.FindTheMarks(Libraries, $$"""
        using Amib.Threading; using Microsoft.AspNetCore.SignalR.Client; using FluentValidation; using NSubstitute; using Polly; using DG.Tweening;
        using Microsoft.AspNetCore.Builder;

        public interface IGet { int Get(); }
        public class Model { public int[] Items; }
        class Program : AbstractValidator<Model>
        {
            static void Use(object value) { }
            async Task Test(
                SmartThreadPool pool, Coravel.Scheduling.Schedule.Interfaces.IScheduler scheduler, Prism.Events.PubSubEvent changed,
                StackExchange.Redis.ISubscriber redis, HubConnection hub, Moq.Mock<IGet> outer, IGet given, AutoMapper.Mapping<Model> map,
                PolicyBuilder builder, Tween tween, Action<object> yield, IRoutes routes)
            {
                await Task.Yield();
                var items = new List<object>();
                for (int i = 0; i < 3; i++)
                {
                    {{statement}}
                }
            }
        }
        """);
}
