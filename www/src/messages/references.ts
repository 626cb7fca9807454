/** Where each model was published. Titles stay in the language they were written in; the page links to nothing. */

import type { ExplainedId } from './forecast.types.js';

export const references: Record<ExplainedId, string> = {
  bg_nbd:
    'P. S. Fader, B. G. S. Hardie, K. L. Lee: “Counting Your Customers” the Easy Way: An Alternative to the Pareto/NBD Model. Marketing Science 24 (2005).',
  mbg_nbd:
    'E. P. Batislam, M. Denizel, A. Filiztekin: Empirical Validation and Comparison of Models for Customer Base Analysis. International Journal of Research in Marketing 24 (2007).',
  pareto_nbd:
    'D. C. Schmittlein, D. G. Morrison, R. Colombo: Counting Your Customers: Who Are They and What Will They Do Next? Management Science 33 (1987).',
  bg_bb:
    'P. S. Fader, B. G. S. Hardie, J. Shang: Customer-Base Analysis in a Discrete-Time Noncontractual Setting. Marketing Science 29 (2010).',
  gamma_gamma:
    'P. S. Fader, B. G. S. Hardie, K. L. Lee: RFM and CLV: Using Iso-Value Curves for Customer Base Analysis. Journal of Marketing Research 42 (2005).',
};
