using System.Runtime.CompilerServices;
using Autofac;

namespace OrderSite;

/// <summary>The parts of the offers, put together by Autofac.</summary>
internal static class Parts
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Offers()
    {
        var builder = new ContainerBuilder();
        builder.RegisterType<Prices>().AsSelf().SingleInstance();
        builder.RegisterType<WinterOffer>().As<IOffer>();
        builder.RegisterType<FirstOrderOffer>().As<IOffer>();
        builder.RegisterType<Offered>().InstancePerLifetimeScope();
        using var container = builder.Build();
        using var scope = container.BeginLifetimeScope();
        return scope.Resolve<Offered>().Count;
    }

    internal interface IOffer
    {
        decimal Of(decimal price);
    }

    internal sealed class Prices
    {
        public decimal Least { get; } = 1;
    }

    internal sealed class WinterOffer(Prices prices) : IOffer
    {
        public decimal Of(decimal price) => Math.Max(prices.Least, price * 0.8m);
    }

    internal sealed class FirstOrderOffer(Prices prices) : IOffer
    {
        public decimal Of(decimal price) => Math.Max(prices.Least, price - 5);
    }

    internal sealed class Offered(IEnumerable<IOffer> offers)
    {
        public int Count { get; } = offers.Count(offer => offer.Of(10) < 10);
    }
}
