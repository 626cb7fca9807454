"""BG/NBD and Gamma-Gamma by the Python package lifetimes: fitted to, and every customer scored from, the same orders.

Called by run.mjs with the file; prints one line of JSON. Reading the file and summing it up are not timed.
"""
import json
import sys
import time
import warnings

import pandas
from lifetimes import BetaGeoFitter, GammaGammaFitter
from lifetimes.utils import summary_data_from_transaction_data

warnings.filterwarnings("ignore")
orders = pandas.read_csv(sys.argv[1], usecols=["customer_id", "ordered_at", "amount"], parse_dates=["ordered_at"])
# Weeks, as the engine counts; with days the optimiser of lifetimes does not converge on many files.
customers = summary_data_from_transaction_data(
    orders, "customer_id", "ordered_at", "amount", freq="D", freq_multiplier=7
)
start = time.perf_counter()
buying = BetaGeoFitter().fit(customers["frequency"], customers["recency"], customers["T"])
repeat = customers[(customers["frequency"] > 0) & (customers["monetary_value"] > 0)]
spend = GammaGammaFitter().fit(repeat["frequency"], repeat["monetary_value"])
fitted = time.perf_counter()
alive = buying.conditional_probability_alive(customers["frequency"], customers["recency"], customers["T"])
expected = buying.conditional_expected_number_of_purchases_up_to_time(
    52, customers["frequency"], customers["recency"], customers["T"]
)
amount = spend.conditional_expected_average_profit(customers["frequency"], customers["monetary_value"])
value = spend.customer_lifetime_value(
    buying, customers["frequency"], customers["recency"], customers["T"], customers["monetary_value"],
    time=12, discount_rate=0.008, freq="W",
)
scored = time.perf_counter()
print(json.dumps({
    "customers": len(customers),
    "fit": 1000 * (fitted - start),
    "score": 1000 * (scored - fitted),
    "parameters": {name: float(number) for name, number in buying.params_.items()},
    "alive": float(alive.sum()),
    "expected": float(expected.sum()),
    "value": float(value.sum()),
    "amount": float(amount.mean()),
}))
