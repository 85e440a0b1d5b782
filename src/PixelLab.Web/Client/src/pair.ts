import './compare/hit-pair';
