import './hit-pair';
