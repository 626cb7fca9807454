import 'value-tiers';
