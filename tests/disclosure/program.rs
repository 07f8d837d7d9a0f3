//! A linear program over what is not known.

use microlp::{ComparisonOp, Error, LinearExpr, OptimizationDirection, Problem, Variable};

/// Numbers by their places, each so many times.
type Terms = Vec<(usize, f64)>;

/// What is known of some numbers, none of which is negative.
#[derive(Default)]
pub(crate) struct Program {
    /// The largest that each can be.
    most: Vec<f64>,
    /// Sums and what they are: numbers by their places, each so many times.
    known: Vec<(Terms, ComparisonOp, f64)>,
}

impl Program {
    /// A new number.
    pub(crate) fn number(&mut self, most: f64) -> usize {
        self.most.push(most);
        self.most.len() - 1
    }

    /// That some numbers make a sum.
    pub(crate) fn sum(&mut self, numbers: &[usize], is: f64) {
        let terms = numbers.iter().map(|n| (*n, 1.0)).collect();
        self.known.push((terms, ComparisonOp::Eq, is));
    }

    /// That the sum of some numbers is at least so much.
    pub(crate) fn at_least(&mut self, numbers: &[usize], is: f64) {
        let terms = numbers.iter().map(|n| (*n, 1.0)).collect();
        self.known.push((terms, ComparisonOp::Ge, is));
    }

    /// That a number is so many times another one at most.
    pub(crate) fn at_most(&mut self, number: usize, times: f64, other: usize) {
        let terms = vec![(number, 1.0), (other, -times)];
        self.known.push((terms, ComparisonOp::Le, 0.0));
    }

    /// That a number, so many times, is another one at most.
    pub(crate) fn at_most_of(&mut self, number: usize, times: f64, other: usize) {
        let terms = vec![(number, times), (other, -1.0)];
        self.known.push((terms, ComparisonOp::Le, 0.0));
    }

    /// How far the largest that the sum of some numbers can be is above the smallest.
    pub(crate) fn width(&self, of: &[usize]) -> f64 {
        let low = self.solve(of, OptimizationDirection::Minimize);
        self.solve(of, OptimizationDirection::Maximize) - low
    }

    fn solve(&self, of: &[usize], direction: OptimizationDirection) -> f64 {
        let mut problem = Problem::new(direction);
        let wanted = |place: usize| if of.contains(&place) { 1.0 } else { 0.0 };
        let most = self.most.iter().enumerate();
        let numbers: Vec<Variable> = most
            .map(|(place, most)| problem.add_var(wanted(place), (0.0, *most)))
            .collect();
        for (terms, is, sum) in &self.known {
            let mut expression = LinearExpr::empty();
            for (number, times) in terms {
                expression.add(numbers[*number], *times);
            }
            problem.add_constraint(expression, *is, *sum);
        }
        match problem.solve() {
            Ok(outcome) => outcome.into_solution().unwrap().objective(),
            Err(Error::Unbounded) => f64::INFINITY, // nothing is known of it
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn what_two_sums_leave_open() {
    let mut program = Program::default();
    let [a, b, c] = [(); 3].map(|()| program.number(100.0));
    program.sum(&[a, b, c], 30.0);
    assert!((program.width(&[a]) - 30.0).abs() < 1e-6);
    program.sum(&[b, c], 22.0);
    assert!(program.width(&[a]).abs() < 1e-6);
    assert!((program.width(&[b]) - 22.0).abs() < 1e-6);
    program.at_most(b, 0.5, c);
    assert!((program.width(&[b]) - 22.0 / 3.0).abs() < 1e-6);
}
