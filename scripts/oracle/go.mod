module ecspresso-action/oracle

go 1.26
