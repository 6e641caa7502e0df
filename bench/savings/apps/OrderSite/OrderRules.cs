using System.Runtime.CompilerServices;
using FluentValidation;

namespace OrderSite;

/// <summary>What an order must be like, by FluentValidation.</summary>
internal static class OrderRules
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Check()
    {
        var rules = new Rules();
        return new[] { new Order("Ada", "ada@example.com", 3, 12.5m), new Order("", "grace", 0, 7) }.Sum(order => rules.Validate(order).Errors.Count);
    }

    internal sealed record Order(string Customer, string Mail, int Count, decimal Total);

    private sealed class Rules : AbstractValidator<Order>
    {
        public Rules()
        {
            RuleFor(order => order.Customer).NotEmpty().MaximumLength(80);
            RuleFor(order => order.Mail).EmailAddress();
            RuleFor(order => order.Count).InclusiveBetween(1, 100);
            RuleFor(order => order.Total).GreaterThan(0).When(order => order.Count > 0);
        }
    }
}
